using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>POST /v1/messages/count_tokens.</summary>
public sealed class CountTokensTests : IAsyncLifetime
{
    private const string Path = "/v1/messages/count_tokens";

    private AnthropicClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _client = await AnthropicClient.StartAsync();
        _client.Gateway.Runtime.Reply = """{"inputTokens":14}""";
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-6")]
    [InlineData("anthropic.claude-sonnet-4-6")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6")]
    public async Task Claude_CountsItsOwnBody(string model)
    {
        var reply = await _client.TextAsync(
            $$"""{"model":"{{model}}","messages":[{"role":"user","content":"Hi"}]}""", Path);

        Assert.Equal("""{"input_tokens":14}""", reply);
        var call = Assert.Single(_client.Gateway.Runtime.Calls);
        Assert.Equal(("anthropic.claude-sonnet-4-6", BedrockOperation.CountTokens), (call.ModelId, call.Operation));
        var body = (string)JsonNode.Parse(_client.Asked)!["input"]!["invokeModel"]!["body"]!;
        Assert.Equal(
            """
            {"anthropic_version":"bedrock-2023-05-31","max_tokens":4096,"messages":[{"role":"user","content":"Hi"}]}
            """,
            Encoding.UTF8.GetString(Convert.FromBase64String(body)));
    }

    [Fact]
    public async Task OtherModels_CountAsConverseDoes()
    {
        await _client.TextAsync(
            """{"model":"amazon.nova-lite-v1:0","system":"Be brief.","messages":[{"role":"user","content":"Hi"}]}""",
            Path);

        Assert.Equal(
            """{"input":{"converse":{"messages":[{"role":"user","content":[{"text":"Hi"}]}],"""
            + """
            "system":[{"text":"Be brief."}]}}}
            """,
            _client.Asked);
    }

    [Fact]
    public async Task ModelThatCannotCount_SaysSo()
    {
        _client.Gateway.Faults.Before(
            "CountTokens",
            () => new BedrockFault(
                HttpStatusCode.BadRequest,
                "ValidationException",
                "The provided model doesn't support counting tokens."));

        using var reply = await _client.SendAsync(
            """{"model":"amazon.nova-lite-v1:0","messages":[{"role":"user","content":"Hi"}]}""", Path);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(
            AnthropicClient.Error(
                "invalid_request_error", "The provided model doesn't support counting tokens.", reply),
            await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
