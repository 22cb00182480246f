using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Tests.Models;

public sealed class ModelRepliesTests
{
    [Theory]
    [InlineData("ai21.j2-mid-v1", """{"id":1,"completions":[{"data":{"text":"Hi"}}]}""")]
    [InlineData("ai21.jamba-1-5-mini-v1:0", """{"choices":[{"message":{"content":"Hi"}}]}""")]
    [InlineData("amazon.titan-text-express-v1", """{"inputTextTokenCount":3,"results":[{"outputText":"Hi"}]}""")]
    [InlineData(
        "amazon.nova-lite-v1:0",
        """{"output":{"message":{"content":[{"reasoningContent":{}},{"text":"Hi"}]}}}""")]
    [InlineData("anthropic.claude-instant-v1", """{"completion":"Hi","stop_reason":"stop_sequence"}""")]
    [InlineData(
        "us.anthropic.claude-sonnet-4-6",
        """{"content":[{"type":"thinking","thinking":"no"},{"type":"text","text":"H"},{"type":"text","text":"i"}]}""")]
    [InlineData("cohere.command-text-v14", """{"generations":[{"text":"Hi"}]}""")]
    [InlineData("cohere.command-r-v1:0", """{"text":"Hi","chat_history":[{"message":"no"}]}""")]
    [InlineData("us.deepseek.r1-v1:0", """{"choices":[{"text":"Hi"}]}""")]
    [InlineData("deepseek.v3-v1:0", """{"choices":[{"message":{"content":"Hi"}}]}""")]
    [InlineData("meta.llama2-13b-chat-v1", """{"generation":"Hi"}""")]
    [InlineData("mistral.mistral-7b-instruct-v0:2", """{"outputs":[{"text":"Hi"}]}""")]
    [InlineData("eu.mistral.pixtral-large-2502-v1:0", """{"choices":[{"message":{"content":"Hi"}}]}""")]
    [InlineData("qwen.qwen3-32b-v1:0", """{"choices":[{"message":{"content":"Hi"}}]}""")]
    [InlineData("openai.gpt-oss-120b-1:0", """{"choices":[{"message":{"content":"Hi"}}]}""")]
    [InlineData("us.writer.palmyra-x5-v1:0", """{"choices":[{"message":{"content":"Hi"}}]}""")]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/meta.llama3-8b-instruct-v1:0", """{"generation":"Hi"}""")]
    [InlineData(
        "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.meta.llama3-2-1b-instruct-v1:0",
        """{"generation":"Hi"}""")]
    [InlineData("us-gov.anthropic.claude-opus-4-8", """{"content":[{"type":"text","text":"Hi"}]}""")]
    public void KnownProvider_AnswersTheText(string modelId, string body) =>
        Assert.Equal("Hi", Pick(modelId, body).GetString());

    [Theory]
    [InlineData("stability.stable-image-core-v1:1", """{"images":["aGk="]}""")]
    [InlineData("amazon.titan-embed-text-v1", """{"embedding":[0.10,1e-7],"inputTextTokenCount":2}""")]
    [InlineData(
        "anthropic.claude-sonnet-4-6",
        """{"content":[{"type":"tool_use","id":"t"}],"stop_reason":"tool_use"}""")]
    [InlineData("openai.gpt-oss-20b-1:0", """{"choices":[{"message":{"content":null,"tool_calls":[]}}]}""")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3",
        """{"generation":"Hi"}""")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:provisioned-model/meta.llama", """{"generation":"Hi"}""")]
    [InlineData("meta", """{"generation":"Hi"}""")]
    [InlineData("a.b.meta.llama3", """{"generation":"Hi"}""")]
    [InlineData("meta.llama3", "[1,2]")]
    [InlineData("meta.llama3", "\"text\"")]
    public void NothingToPick_AnswersTheWholeBody(string modelId, string body) =>
        Assert.Equal(body, Pick(modelId, body).GetRawText());

    [Fact]
    public void EmptyText_IsAnAnswer() => Assert.Equal("", Pick("meta.llama3", """{"generation":""}""").GetString());

    [Theory]
    [InlineData("a")]
    [InlineData("$a")]
    [InlineData("$.a[x]")]
    [InlineData("$.a[0")]
    [InlineData("$..a")]
    public void PathBeyondTheSubset_IsRefused(string path)
    {
        var refused = Record.Exception(() => ReplyPath.Parse(path));

        Assert.Equal($"The path '{path}' is not understood.", Assert.IsType<FormatException>(refused).Message);
    }

    private static JsonElement Pick(string modelId, string body) =>
        ModelReplies.Default.Pick(modelId, JsonElement.Parse(body));
}
