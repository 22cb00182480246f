using System.Net;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Anthropic;

/// <summary>Failures as Anthropic's clients read them.</summary>
public sealed class AnthropicErrorTests : IAsyncLifetime
{
    private AnthropicClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _client = await AnthropicClient.StartAsync("--ALLOWED_MODELS=amazon.*");

    public ValueTask DisposeAsync() => _client.DisposeAsync();

    [Theory]
    [InlineData("{", "The request body is not valid JSON.")]
    [InlineData("", "The request body is not valid JSON.")]
    [InlineData("[]", "Input should be a valid dictionary")]
    [InlineData("{}", "model: Field required")]
    [InlineData("""{"model":1}""", "model: Input should be a valid string")]
    [InlineData("""{"model":"\ud800"}""", "The request body has text that is not valid Unicode.")]
    [InlineData("""{"model":"m","stream":"yes"}""", "stream: Input should be a valid boolean")]
    [InlineData("""{"model":"m","anthropic_beta":[1]}""", "anthropic_beta.0: Input should be a valid string")]
    [InlineData("""{"model":"../x","messages":[]}""", "The provided model identifier is invalid.")]
    public async Task Envelope_IsChecked(string body, string message) => await _client.RefusesAsync(body, message);

    [Theory]
    [InlineData("", "messages: Field required")]
    [InlineData(""","messages":"Hi" """, "messages: Input should be a valid list")]
    [InlineData(""","messages":[]""", "messages must not be empty.")]
    [InlineData(""","messages":[1]""", "messages.0: Input should be a valid dictionary")]
    [InlineData(""","messages":[{"content":"Hi"}]""", "messages.0.role: Field required")]
    [InlineData(
        ""","messages":[{"role":"tool","content":"Hi"}]""", "messages.0.role: Input should be 'user' or 'assistant'")]
    [InlineData(
        ""","messages":[{"role":"user","content":[{"type":"text"}]}]""",
        "messages.0.content.0.text: Field required")]
    [InlineData(
        ""","messages":[{"role":"user","content":[{"type":"text","text":"\ud800"}]}]""",
        "The request body has text that is not valid Unicode.")]
    [InlineData(
        ""","messages":[{"role":"user","content":[{"type":"container_upload"}]}]""",
        "messages.0.content.0.type: Blocks of type 'container_upload' cannot be sent to amazon.nova-lite-v1:0")]
    [InlineData(
        ""","messages":[{"role":"user","content":[{"type":"image","source":{"type":"url","url":"http://x"}}]}]""",
        "messages.0.content.0.source: This gateway fetches nothing from URLs. Send the data itself, as base64.")]
    [InlineData(
        ""","messages":[{"role":"user","content":[{"type":"image","source":{"media_type":"image/bmp"}}]}]""",
        "messages.0.content.0.source.media_type: "
        + "Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'")]
    [InlineData(
        ""","messages":[{"role":"user","content":"Hi"}],"max_tokens":0""",
        "max_tokens: Input should be greater than or equal to 1")]
    [InlineData(
        ""","messages":[{"role":"user","content":"Hi"}],"temperature":1e999""",
        "temperature: Input should be a valid number")]
    [InlineData(
        ""","messages":[{"role":"user","content":"Hi"}],"tools":[{"type":"web_search_20250305","name":"web_search"}]""",
        "tools.0: The tool web_search (web_search_20250305) is one of Anthropic's own, which amazon.nova-lite-v1:0 "
        + "does not have. Send tools with an input_schema.")]
    [InlineData(
        ""","messages":[{"role":"user","content":"Hi"}],"tool_choice":{"type":"some"}""",
        "tool_choice.type: Input should be 'auto', 'any', 'tool' or 'none'")]
    public async Task RequestForConverse_IsChecked(string rest, string message) =>
        await _client.RefusesAsync($$"""{"model":"amazon.nova-lite-v1:0"{{rest}}}""", message);

    [Fact]
    public async Task ModelThatIsNotAllowed_IsAPermissionError()
    {
        using var reply = await _client.SendAsync("""{"model":"anthropic.claude-sonnet-4-6"}""");

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(
            AnthropicClient.Error(
                "permission_error",
                "This gateway does not allow the model anthropic.claude-sonnet-4-6. "
                + "GET /bedrock lists those that it allows.",
                reply),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Theory]
    [InlineData(400, "ValidationException", 400, "invalid_request_error")]
    [InlineData(403, "AccessDeniedException", 502, "api_error")]
    [InlineData(404, "ResourceNotFoundException", 404, "not_found_error")]
    [InlineData(408, "ModelTimeoutException", 408, "timeout_error")]
    [InlineData(424, "ModelErrorException", 424, "api_error")]
    [InlineData(429, "ThrottlingException", 429, "rate_limit_error")]
    [InlineData(429, "ModelNotReadyException", 503, "overloaded_error")]
    [InlineData(500, "InternalServerException", 500, "api_error")]
    [InlineData(503, "ServiceUnavailableException", 503, "overloaded_error")]
    public async Task BedrocksErrors_KeepTheirMeaning(int bedrocks, string code, int status, string type)
    {
        _client.Gateway.Faults.Before("Converse", () => new BedrockFault((HttpStatusCode)bedrocks, code, "No."), 9);

        using var reply = await _client.SendAsync(
            """{"model":"amazon.nova-lite-v1:0","messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(status, (int)reply.StatusCode);
        var message = status == 502 ? "AWS denied the gateway a call that this request needs." : "No.";
        Assert.Equal(AnthropicClient.Error(type, message, reply), await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal(status is 429 or 503 ? "5" : null, reply.Headers.RetryAfter?.ToString());
    }

    [Fact]
    public async Task ReplyThatIsNoJson_IsAnApiError()
    {
        _client.Gateway.Runtime.Reply = "<html>";

        using var reply = await _client.SendAsync(
            """{"model":"amazon.nova-lite-v1:0","messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(HttpStatusCode.BadGateway, reply.StatusCode);
        Assert.Equal(
            AnthropicClient.Error("api_error", "The model's reply is not JSON.", reply),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task BodyAboveTheLimit_IsTooLarge()
    {
        using var reply = await _client.SendAsync(
            new string(' ', (10 * 1024 * 1024) + 1), headers: [("Expect", "100-continue")]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, reply.StatusCode);
        Assert.Equal(
            AnthropicClient.Error("request_too_large", "Request Too Long", reply),
            await reply.Content.ReadAsStringAsync(Token));
    }
}
