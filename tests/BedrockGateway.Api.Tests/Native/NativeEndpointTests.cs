using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Native;

/// <summary>Bedrock Runtime's own operations behind the gateway.</summary>
public sealed class NativeEndpointTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync(settings: ["--DEFAULT_GUARDRAIL=gr1:7", "--ALLOWED_MODELS=meta.*"]);
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("meta.llama3-8b-instruct-v1%3A0", "meta.llama3-8b-instruct-v1:0")]
    [InlineData("meta.llama3-8b-instruct-v1:0", "meta.llama3-8b-instruct-v1:0")]
    [InlineData(
        "arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Ainference-profile%2Fus.meta.llama3",
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama3")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama3",
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.meta.llama3")]
    public async Task Model_IsThePathsHoweverItIsEscaped(string path, string modelId)
    {
        _gateway.Runtime.Reply = """{ "generation" : "Hello" }""";
        _gateway.Runtime.Headers["X-Amzn-Bedrock-Input-Token-Count"] = "5";

        using var reply = await _gateway.PostAsync($"/model/{path}/invoke", """{ "prompt":"é" }""", _token, _key);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("""{ "generation" : "Hello" }""", await reply.Content.ReadAsStringAsync(Token));
        Assert.Equal("5", reply.Headers.GetValues("X-Amzn-Bedrock-Input-Token-Count").Single());
        Assert.Equal((modelId, """{ "prompt":"é" }"""), Assert.Single(_gateway.Runtime.Asked));
        Assert.Contains(
            new("X-Amzn-Bedrock-GuardrailIdentifier", "gr1"), Assert.Single(_gateway.Runtime.Calls).Headers);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"prompt\":")]
    [InlineData("[")]
    [InlineData("{\"\\udc00\\ud800\":1}")]
    public async Task BodyThatIsNoJson_IsLeftToTheModel(string body)
    {
        using var reply = await _gateway.PostAsync("/model/meta.llama3/invoke", body, _token, _key);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal(("meta.llama3", body), Assert.Single(_gateway.Runtime.Asked));
    }

    [Fact]
    public async Task Converse_GetsGuardrailAndUser()
    {
        using var reply = await _gateway.PostAsync(
            "/model/meta.llama3/converse",
            """{"requestMetadata":{"team":"x","sub":"forged"},"messages":[{"role":"user"}],"new":{"a":1.0}}""",
            _token,
            _key);

        var body = JsonNode.Parse(Assert.Single(_gateway.Runtime.Asked).Body)!;
        var subject = Assert.Single(_gateway.Cognito.Users).Subject;
        Assert.Equal($$"""{"team":"x","sub":"{{subject}}"}""", body["requestMetadata"]!.ToJsonString());
        Assert.Equal(
            """{"guardrailIdentifier":"gr1","guardrailVersion":"7"}""", body["guardrailConfig"]!.ToJsonString());
        Assert.Equal("""{"a":1.0}""", body["new"]!.ToJsonString());
    }

    [Fact]
    public async Task Events_GoThroughByteForByte()
    {
        var whole = new MemoryStream();
        await new EventSource().Answer("Hello").Open().CopyToAsync(whole, Token);
        _gateway.Runtime.Headers["Content-Type"] = "application/vnd.amazon.eventstream";
        _gateway.Runtime.Events.Answer("Hello");

        using var reply = await _gateway.PostAsync("/model/meta.llama3/converse-stream", "{}", _token, _key);

        Assert.Equal("application/vnd.amazon.eventstream", reply.Content.Headers.ContentType!.ToString());
        Assert.Equal(whole.ToArray(), await reply.Content.ReadAsByteArrayAsync(Token));
    }

    [Fact]
    public async Task Error_HasBedrocksForm()
    {
        _gateway.Faults.Before(
            "Converse", () => new BedrockFault(HttpStatusCode.TooManyRequests, "ModelNotReadyException", "Wait."), 9);

        using var reply = await _gateway.PostAsync("/model/meta.llama3/converse", "{}", _token, _key);

        Assert.Equal("ModelNotReadyException", reply.Headers.GetValues("x-amzn-ErrorType").Single());
        await reply.IsAsync(429, """{"message":"Wait."}""");
    }

    [Fact]
    public async Task ErrorInTheMiddle_IsAnExceptionEvent()
    {
        _gateway.Runtime.Events
            .Event("messageStart", """{"role":"assistant"}""")
            .Exception("throttlingException", "No.")
            .End();
        using var reply = await _gateway.PostAsync("/model/meta.llama3/converse-stream", "{}", _token, _key);
        var reader = new EventStreamReader(await reply.Content.ReadAsStreamAsync(Token));

        var first = await reader.ReadAsync(Token);
        var last = await reader.ReadAsync(Token);

        Assert.Equal(("messageStart", false), (first!.Value.Type, first.Value.IsException));
        Assert.Equal(("throttlingException", true), (last!.Value.Type, last.Value.IsException));
        Assert.Equal("""{"message":"No."}""", Encoding.UTF8.GetString(last.Value.Payload.Span));
        Assert.Null(await reader.ReadAsync(Token));
    }

    [Fact]
    public async Task ReplyThatIsNoEventStream_IsAFaultOfTheModels()
    {
        _gateway.Runtime.Events.Bytes("<html><body>Bad gateway</body></html>"u8).End();

        using var reply = await _gateway.PostAsync("/model/meta.llama3/converse-stream", "{}", _token, _key);

        Assert.Equal("ModelStreamErrorException", reply.Headers.GetValues("x-amzn-ErrorType").Single());
        await reply.IsAsync(502, """{"message":"The model\u0027s reply could not be read."}""");
    }

    [Theory]
    [InlineData("/model/meta.llama3/unknown", 404, "ResourceNotFoundException", "There is no such operation.")]
    [InlineData("/model/converse", 404, "ResourceNotFoundException", "There is no such operation.")]
    [InlineData(
        "/model/amazon.nova-lite-v1%3A0/converse",
        403,
        "AccessDeniedException",
        "This gateway does not allow the model amazon.nova-lite-v1:0. GET /bedrock lists those that it allows.")]
    [InlineData("/model/..%2Fx/converse", 400, "ValidationException", "The provided model identifier is invalid.")]
    public async Task WrongPath_IsRefusedInBedrocksForm(string path, int status, string type, string message)
    {
        using var reply = await _gateway.PostAsync(path, "{}", _token, _key);

        Assert.Equal(type, reply.Headers.GetValues("x-amzn-ErrorType").Single());
        await reply.IsAsync(status, $$"""{"message":"{{message}}"}""");
        Assert.Empty(_gateway.Runtime.Calls);
    }
}
