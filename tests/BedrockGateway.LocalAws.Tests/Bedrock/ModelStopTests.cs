using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>Token limits and stop sequences, and what each family calls them.</summary>
public sealed class ModelStopTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    [Theory]
    [InlineData(
        "us.anthropic.claude-opus-4-6-v1",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":3,"messages":[{"role":"user","content":"Hi"}]}""",
        "content/0/text",
        "Claude Opus",
        "stop_reason",
        "max_tokens")]
    [InlineData(
        "anthropic.claude-v2:1",
        """{"prompt":"\n\nHuman: Hi\n\nAssistant:","max_tokens_to_sample":2}""",
        "completion",
        " Claude",
        "stop_reason",
        "max_tokens")]
    [InlineData(
        "amazon.titan-text-lite-v1",
        """{"inputText":"Hi","textGenerationConfig":{"maxTokenCount":3}}""",
        "results/0/outputText",
        "\nTitan Text",
        "results/0/completionReason",
        "LENGTH")]
    [InlineData(
        "amazon.nova-micro-v1:0",
        """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"max_new_tokens":2}}""",
        "output/message/content/0/text",
        "Nova Micr",
        "stopReason",
        "max_tokens")]
    [InlineData(
        "meta.llama3-8b-instruct-v1:0",
        """{"prompt":"Hi","max_gen_len":1}""",
        "generation",
        "Llam",
        "stop_reason",
        "length")]
    [InlineData(
        "mistral.mistral-7b-instruct-v0:2",
        """{"prompt":"Hi","max_tokens":1}""",
        "outputs/0/text",
        "Mist",
        "outputs/0/stop_reason",
        "length")]
    [InlineData(
        "mistral.mistral-large-2407-v1:0",
        """{"messages":[{"role":"user","content":"Hi"}],"max_tokens":1}""",
        "choices/0/message/content",
        "Mist",
        "choices/0/stop_reason",
        "length")]
    [InlineData(
        "qwen.qwen3-32b-v1:0",
        """{"messages":[{"role":"user","content":"Hi"}],"max_tokens":1}""",
        "choices/0/message/content",
        "Qwen",
        "choices/0/finish_reason",
        "length")]
    [InlineData(
        "us.deepseek.r1-v1:0",
        """{"prompt":"Hi","max_tokens":1}""",
        "choices/0/text",
        "Deep",
        "choices/0/stop_reason",
        "length")]
    [InlineData(
        "cohere.command-light-text-v14",
        """{"prompt":"Hi","max_tokens":1}""",
        "generations/0/text",
        " Comm",
        "generations/0/finish_reason",
        "MAX_TOKENS")]
    [InlineData(
        "cohere.command-r-plus-v1:0",
        """{"message":"Hi","max_tokens":1}""",
        "text",
        "Comm",
        "finish_reason",
        "MAX_TOKENS")]
    [InlineData(
        "ai21.j2-ultra-v1",
        """{"prompt":"Hi","maxTokens":1}""",
        "completions/0/data/text",
        "\nJura",
        "completions/0/finishReason/reason",
        "length")]
    public async Task TokenLimit_CutsTheReply(
        string modelId, string body, string textPath, string text, string reasonPath, string reason)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        Assert.Equal((text, reason), (At(reply.Body, textPath), At(reply.Body, reasonPath)));
    }

    [Theory]
    [InlineData(
        "us.anthropic.claude-opus-4-6-v1",
        """{"anthropic_version":"bedrock-2023-05-31","max_tokens":99,"messages":["""
        + """{"role":"user","content":"Hi"}],"stop_sequences":["request"," heard"]}""",
        "content/0/text",
        "Claude Opus 4.6",
        "stop_reason",
        "stop_sequence")]
    [InlineData(
        "anthropic.claude-v2",
        """{"prompt":"\n\nHuman: Hi\n\nAssistant:","max_tokens_to_sample":99,"stop_sequences":[" heard"]}""",
        "completion",
        " Claude",
        "stop",
        " heard")]
    [InlineData(
        "amazon.titan-text-lite-v1",
        """{"inputText":"Hi","textGenerationConfig":{"stopSequences":[" heard"]}}""",
        "results/0/outputText",
        "\nTitan Text G1 - Lite",
        "results/0/completionReason",
        "STOP_CRITERIA_MET")]
    [InlineData(
        "amazon.nova-micro-v1:0",
        """{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"inferenceConfig":{"stopSequences":[" heard"]}}""",
        "output/message/content/0/text",
        "Nova Micro",
        "stopReason",
        "stop_sequence")]
    [InlineData(
        "mistral.mistral-7b-instruct-v0:2",
        """{"prompt":"Hi","stop":[" heard"]}""",
        "outputs/0/text",
        "Mistral 7B Instruct",
        "outputs/0/stop_reason",
        "stop")]
    [InlineData(
        "qwen.qwen3-32b-v1:0",
        """{"messages":[{"role":"user","content":"Hi"}],"stop":" heard"}""",
        "choices/0/message/content",
        "Qwen3 32B (dense)",
        "choices/0/finish_reason",
        "stop")]
    [InlineData(
        "us.deepseek.r1-v1:0",
        """{"prompt":"Hi","stop":[" heard"]}""",
        "choices/0/text",
        "DeepSeek-R1",
        "choices/0/stop_reason",
        "stop")]
    [InlineData(
        "cohere.command-text-v14",
        """{"prompt":"Hi","stop_sequences":[" heard"]}""",
        "generations/0/text",
        " Command",
        "generations/0/finish_reason",
        "COMPLETE")]
    [InlineData(
        "cohere.command-r-v1:0",
        """{"message":"Hi","stop_sequences":[" heard"]}""",
        "text",
        "Command R",
        "finish_reason",
        "COMPLETE")]
    [InlineData(
        "ai21.j2-mid-v1",
        """{"prompt":"Hi","stopSequences":[" heard"]}""",
        "completions/0/data/text",
        "\nJurassic-2 Mid",
        "completions/0/finishReason/sequence",
        " heard")]
    public async Task StopSequence_EndsTheReplyBeforeIt(
        string modelId, string body, string textPath, string text, string reasonPath, string reason)
    {
        var reply = await BedrockWire.InvokeAsync(fixture.Aws, modelId, body);

        Assert.Equal((text, reason), (At(reply.Body, textPath), At(reply.Body, reasonPath)));
    }

    [Fact]
    public async Task StopSequenceThatClaudeMet_IsNamed()
    {
        var reply = await BedrockWire.InvokeAsync(
            fixture.Aws,
            "us.anthropic.claude-opus-4-6-v1",
            """{"anthropic_version":"bedrock-2023-05-31","max_tokens":99,"messages":["""
            + """{"role":"user","content":"Hi"}],"stop_sequences":["request"," heard"]}""");

        Assert.Equal(" heard", (string?)reply.Body["stop_sequence"]);
        Assert.Equal(6, (int?)reply.Body["usage"]!["output_tokens"]);
    }

    private static string? At(JsonNode body, string path) => (string?)path.Split('/').Aggregate(
        (JsonNode?)body, (node, name) => node is JsonArray items ? items[int.Parse(name, null)] : node![name]);
}
