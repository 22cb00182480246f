using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Anthropic;
using BedrockGateway.Api.Tests.OpenAi;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Converse;

/// <summary>What a model would refuse is left out or said otherwise, in every dialect alike.</summary>
public sealed class ConcessionTests : IAsyncLifetime
{
    private const string TooMany =
        "The maximum tokens you requested exceeds the model limit of 10000. Try again with a maximum tokens value "
        + "that is lower than 10000.";

    private OpenAiGateway _openAi = null!;
    private AnthropicClient _anthropic = null!;

    public static TheoryData<string, string, string, string, string> Cases => ConcessionCases.All;

    public async ValueTask InitializeAsync()
    {
        const string Answer = """{"output":{"message":{"content":[{"text":"Hello"}]}},"stopReason":"end_turn"}""";
        _openAi = await OpenAiGateway.StartAsync();
        _anthropic = await AnthropicClient.StartAsync();
        _openAi.Runtime.Reply = Answer;
        _anthropic.Gateway.Runtime.Reply = Answer;
    }

    public async ValueTask DisposeAsync()
    {
        await _openAi.DisposeAsync();
        await _anthropic.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Chat_IsAskedAsTheModelTakesIt(
        string what, string model, string openAi, string anthropic, string expected)
    {
        Assert.NotEqual("", anthropic);

        using var reply = await _openAi.PostAsync(OpenAiGateway.Chat, Body(model, openAi));

        Assert.True(reply.StatusCode is HttpStatusCode.OK, what);
        AssertAsked(expected, _openAi.Runtime.Asked.Last().Body);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Message_IsAskedAsTheModelTakesIt(
        string what, string model, string openAi, string anthropic, string expected)
    {
        Assert.NotEqual("", openAi);

        using var reply = await _anthropic.SendAsync(Body(model, anthropic));

        Assert.True(reply.StatusCode is HttpStatusCode.OK, what);
        AssertAsked(expected, _anthropic.Asked);
    }

    [Fact]
    public async Task Chat_ThatIsTooLongIsShortened()
    {
        _openAi.Gateway.Faults.Before("Converse", Refusal(TooMany));

        using var reply = await _openAi.PostAsync(
            OpenAiGateway.Chat,
            """{"model":"amazon.nova-lite-v1:0","max_tokens":64000,"messages":[{"role":"user","content":"Hi"}]}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("max_tokens", reply.Headers.GetValues("x-gateway-dropped").Single());
        Assert.Equal(10000, (int)_openAi.LastAsked()["inferenceConfig"]!["maxTokens"]!);
    }

    [Theory]
    [InlineData(OpenAiGateway.Chat, """{"model":"MODEL","reasoning_effort":"low","messages":[HI]}""")]
    [InlineData("/v1/responses", """{"model":"MODEL","reasoning":{"effort":"low"},"input":[HI]}""")]
    public async Task Field_ThatTheModelRefusesIsLeftOut(string path, string body)
    {
        _openAi.Gateway.Faults.Before("Converse", Refusal("reasoning_effort: Extra inputs are not permitted"));

        using var reply = await _openAi.PostAsync(path, Fill(body));

        AssertDropped(reply, _openAi.LastAsked());
    }

    [Fact]
    public async Task Message_LosesAFieldThatTheModelRefuses()
    {
        _anthropic.Gateway.Faults.Before("Converse", Refusal("reasoning_effort: Extra inputs are not permitted"));

        using var reply = await _anthropic.SendAsync(
            Fill("""{"model":"MODEL","thinking":{"type":"adaptive"},"messages":[HI]}"""));

        AssertDropped(reply, JsonNode.Parse(_anthropic.Asked)!);
    }

    private static void AssertDropped(HttpResponseMessage reply, JsonNode asked)
    {
        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("reasoning_effort", reply.Headers.GetValues("x-gateway-dropped").Single());
        Assert.Null(asked["additionalModelRequestFields"]);
    }

    private static Func<Exception> Refusal(string message) =>
        () => new BedrockFault(HttpStatusCode.BadRequest, "ValidationException", message);

    private static string Fill(string body) => body
        .Replace("MODEL", "openai.gpt-oss-120b-1:0", StringComparison.Ordinal)
        .Replace("HI", """{"role":"user","content":"Hi"}""", StringComparison.Ordinal);

    private static string Body(string model, string fields) =>
        $$"""{"model":"{{model}}",{{ConcessionCases.Fill(fields)}}}""";

    private static void AssertAsked(string expected, string body)
    {
        var asked = JsonNode.Parse(body)!.AsObject();
        asked.Remove("requestMetadata");
        if (asked["inferenceConfig"] is JsonObject { Count: 0 })
        {
            asked.Remove("inferenceConfig");
        }

        Assert.Equal(JsonNode.Parse(ConcessionCases.Fill(expected))!.ToJsonString(), asked.ToJsonString());
    }
}
