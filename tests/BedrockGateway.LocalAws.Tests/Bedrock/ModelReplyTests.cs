using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>
/// The reply of every text family, whole. <c>#12</c> and <c>#24</c> stand for that much of the body's digest.
/// </summary>
public sealed class ModelReplyTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData(
        "global.anthropic.claude-sonnet-4-6",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":100,"messages":[{"role":"user","content":["""
        + """{"type":"text","text":"Hi"}]}]}""",
        """
        {"model":"claude-sonnet-4-6","id":"msg_bdrk_#24","type":"message","role":"assistant",
         "content":[{"type":"text","text":"Claude Sonnet 4.6 heard \"Hi\" in request #12."}],
         "stop_reason":"end_turn","stop_sequence":null,
         "usage":{"input_tokens":1,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":19}}
        """)]
    [InlineData(
        "anthropic.claude-instant-v1",
        """{"prompt":"\n\nHuman:Hello World!\n\nAssistant:","max_tokens_to_sample":200,"stop_sequences":"""
        + """["\n\nHuman:"]}""",
        """
        {"type":"completion","completion":" Claude Instant heard \"Hello World!\" in request #12.",
         "stop_reason":"stop_sequence","stop":"\n\nHuman:"}
        """)]
    [InlineData(
        "amazon.titan-text-express-v1",
        """{"inputText":"Hello World!"}""",
        """
        {"inputTextTokenCount":5,
         "results":[{"tokenCount":23,"outputText":"\nTitan Text G1 - Express heard \"Hello World!\" in request #12.",
                     "completionReason":"FINISH"}]}
        """)]
    [InlineData(
        "us.amazon.nova-2-lite-v1:0",
        """{"system":[{"text":"Be kind"}],"messages":[{"role":"user","content":[{"text":"Hi"}]},"""
        + """{"role":"assistant","content":[{"text":"Yes"}]},{"role":"user","content":[{"text":"Bye"}]}]"""
        + ""","inferenceConfig":{"maxTokens":512}}""",
        """
        {"output":{"message":{"content":[{"text":"Nova 2 Lite heard \"Bye\" in request #12."}],"role":"assistant"}},
         "stopReason":"end_turn",
         "usage":{"inputTokens":5,"outputTokens":15,"totalTokens":20,
                  "cacheReadInputTokenCount":0,"cacheWriteInputTokenCount":0}}
        """)]
    [InlineData(
        "us.meta.llama4-scout-17b-instruct-v1:0",
        """{"prompt":"<|begin_of_text|><|start_header_id|>user<|end_header_id|>\n\nHi<|eot_id|>"""
        + """<|start_header_id|>assistant<|end_header_id|>"}""",
        """
        {"generation":"Llama 4 Scout 17B Instruct heard \"Hi\" in request #12.","prompt_token_count":64,
         "generation_token_count":20,"stop_reason":"stop"}
        """)]
    [InlineData(
        "mistral.mixtral-8x7b-instruct-v0:1",
        """{"prompt":"<s>[INST] Hi [/INST]","max_tokens":200}""",
        """{"outputs":[{"text":"Mixtral 8x7B Instruct heard \"Hi\" in request #12.","stop_reason":"stop"}]}""")]
    [InlineData(
        "mistral.mistral-large-2407-v1:0",
        """{"messages":[{"role":"user","content":"Hi"}]}""",
        """
        {"id":"chatcmpl-#24","object":"chat.completion","created":1788220800,"model":"mistral.mistral-large-2407-v1:0",
         "choices":[{"index":0,
                     "message":{"role":"assistant","content":"Mistral Large (24.07) heard \"Hi\" in request #12."},
                     "stop_reason":"stop"}],
         "usage":{"prompt_tokens":1,"completion_tokens":21,"total_tokens":22}}
        """)]
    [InlineData(
        "ai21.jamba-1-5-mini-v1:0",
        """{"messages":[{"role":"system","content":"Be kind"},{"role":"user","content":"Hi"}],"n":2}""",
        """
        {"id":"chatcmpl-#24","object":"chat.completion","created":1788220800,"model":"ai21.jamba-1-5-mini-v1:0",
         "choices":[{"index":0,"message":{"role":"assistant","content":"Jamba 1.5 Mini heard \"Hi\" in request #12."},
                     "finish_reason":"stop"},
                    {"index":1,"message":{"role":"assistant","content":"Jamba 1.5 Mini heard \"Hi\" in request #12."},
                     "finish_reason":"stop"}],
         "usage":{"prompt_tokens":3,"completion_tokens":18,"total_tokens":21}}
        """)]
    [InlineData(
        "openai.gpt-oss-20b-1:0",
        """{"model":"openai.gpt-oss-20b-1:0","messages":[{"role":"user","content":"Hi"}]"""
        + ""","max_completion_tokens":50,"stop":null,"stream":false}""",
        """
        {"id":"chatcmpl-#24","object":"chat.completion","created":1788220800,"model":"openai.gpt-oss-20b-1:0",
         "choices":[{"index":0,"message":{"role":"assistant","content":"gpt-oss-20b heard \"Hi\" in request #12."},
                     "finish_reason":"stop"}],
         "usage":{"prompt_tokens":1,"completion_tokens":17,"total_tokens":18}}
        """)]
    [InlineData(
        "us.writer.palmyra-x5-v1:0",
        """{"messages":[{"role":"user","content":"Hi"}]}""",
        """
        {"id":"chatcmpl-#24","object":"chat.completion","created":1788220800,"model":"writer.palmyra-x5-v1:0",
         "choices":[{"index":0,"message":{"role":"assistant","content":"Palmyra X5 heard \"Hi\" in request #12."},
                     "finish_reason":"stop"}],
         "usage":{"prompt_tokens":1,"completion_tokens":15,"total_tokens":16}}
        """)]
    [InlineData(
        "us.deepseek.r1-v1:0",
        """{"prompt":"<｜begin▁of▁sentence｜><｜User｜>Hi<｜Assistant｜><think>\n","max_tokens":512}""",
        """{"choices":[{"text":"DeepSeek-R1 heard \"Hi\" in request #12.","stop_reason":"stop"}]}""")]
    [InlineData(
        "cohere.command-text-v14",
        """{"prompt":"Hi"}""",
        """
        {"id":"#uuid0","generations":[{"id":"#uuid1","text":" Command heard \"Hi\" in request #12.",
                                       "finish_reason":"COMPLETE"}],
         "prompt":"Hi"}
        """)]
    [InlineData(
        "cohere.command-r-v1:0",
        """{"message":"Bye","chat_history":[{"role":"USER","message":"Hi"},{"role":"CHATBOT","message":"Yes"}]}""",
        """
        {"response_id":"#uuid0","text":"Command R heard \"Bye\" in request #12.","generation_id":"#uuid1",
         "chat_history":[{"role":"USER","message":"Hi"},{"role":"CHATBOT","message":"Yes"},
                         {"role":"USER","message":"Bye"},
                         {"role":"CHATBOT","message":"Command R heard \"Bye\" in request #12."}],
         "finish_reason":"COMPLETE"}
        """)]
    [InlineData(
        "ai21.j2-mid-v1",
        """{"prompt":"Hello World!","maxTokens":200,"temperature":0.7,"topP":1}""",
        """
        {"id":#int,"prompt":{"text":"Hello World!","tokens":[]},
         "completions":[{"data":{"text":"\nJurassic-2 Mid heard \"Hello World!\" in request #12.","tokens":[]},
                         "finishReason":{"reason":"endoftext"}}]}
        """)]
    public async Task Request_GetsTheFamilysOwnJson(string modelId, string body, string expected)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var wanted = JsonNode.Parse(Fill(expected, BedrockWire.Digest(body)));
        Assert.True(JsonNode.DeepEquals(wanted, reply.Body), reply.Text);
    }

    [Fact]
    public async Task Text_IsNotEscapedBeyondWhatJsonNeeds()
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws, "meta.llama3-8b-instruct-v1:0", """{"prompt":"Grüße & <b>'é'"}""");

        Assert.Contains("heard \\\"Grüße & <b>'é'\\\"", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LongPrompt_IsEchoedInPart()
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws, "meta.llama3-8b-instruct-v1:0", $$"""{"prompt":"{{new string('x', 401)}}"}""");

        Assert.Contains(
            $"heard \"{new string('x', 400)}...\"", (string?)reply.Body["generation"], StringComparison.Ordinal);
    }

    private static string Number(string digest) =>
        Convert.ToInt32(digest[..7], 16).ToString(CultureInfo.InvariantCulture);

    private static string Fill(string expected, string digest) => expected
        .Replace("#12", digest[..12], StringComparison.Ordinal)
        .Replace("#24", digest[..24], StringComparison.Ordinal)
        .Replace("#uuid0", new Guid(Convert.FromHexString(digest[..32])).ToString(), StringComparison.Ordinal)
        .Replace("#uuid1", new Guid(Convert.FromHexString(digest[1..33])).ToString(), StringComparison.Ordinal)
        .Replace("#int", Number(digest), StringComparison.Ordinal);
}
