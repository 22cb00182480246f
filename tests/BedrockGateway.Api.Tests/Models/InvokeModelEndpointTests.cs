using System.Net;
using Amazon.BedrockRuntime.Model;
using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Models;

public sealed class InvokeModelEndpointTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _key) = await _gateway.EnterAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("""{"prompt":"Hello"}""")]
    [InlineData("""{ "b" : 1.50,	"a":1e2,"a":2 , "text":"\u00e9\/é😀", "n":12345678901234567890.10 }""")]
    [InlineData("{\r\n  \"messages\": [ {\"role\":\"user\",\"content\":[]} ]\r\n}")]
    public async Task Parameters_ReachTheModelByteForByte(string parameters)
    {
        using var reply = await InvokeAsync(
            $$"""{"modelId" : "anthropic.claude-v2" , "inferenceParameters" :  {{parameters}}  }""");

        await reply.IsAsync(
            200,
            """
            {"status":200,"success":true,"message":"Successfully retrieved response from foundation model.",
            "data":"Hello"}
            """.ReplaceLineEndings(""));
        Assert.Equal(
            ("anthropic.claude-v2", parameters),
            Assert.Single(_gateway.Runtime.Asked));
    }

    [Fact]
    public async Task OddNames_AreUnderstood()
    {
        using var reply = await InvokeAsync(
            """
            {"inferenceParameters":{"x":1},"modelId":"a.b","model\u0049d":"meta.llama2-13b-chat-v1",
            "other":{"modelId":1},"inferenceParameters":{"y":2}}
            """);

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        var (modelId, body) = Assert.Single(_gateway.Runtime.Asked);
        Assert.Equal(("meta.llama2-13b-chat-v1", """{"y":2}"""), (modelId, body));
    }

    [Fact]
    public async Task ByteOrderMark_IsNoPartOfTheBody()
    {
        using var reply = await InvokeAsync("\uFEFF" + """{"modelId":"meta.llama3","inferenceParameters":{"y":2}}""");

        Assert.Equal(HttpStatusCode.OK, reply.StatusCode);
        Assert.Equal("""{"y":2}""", Assert.Single(_gateway.Runtime.Asked).Body);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"inferenceParameters":{"prompt":"x"}}""")]
    [InlineData("""{"modelId":"meta.llama3"}""")]
    [InlineData("""{"modelId":"","inferenceParameters":{"prompt":"x"}}""")]
    [InlineData("""{"modelId":null,"inferenceParameters":{"prompt":"x"}}""")]
    [InlineData("""{"modelId":7,"inferenceParameters":{"prompt":"x"}}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":null}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":{}}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":{ }}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":[]}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":""}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":0}""")]
    [InlineData("""{"modelId":"meta.llama3","inferenceParameters":false}""")]
    public async Task EmptyParameter_AnswersMissingParameters(string body)
    {
        using var reply = await InvokeAsync(body);

        await reply.FailsAsync(422, "Missing required parameters.");
        Assert.Empty(_gateway.Runtime.Asked);
    }

    [Theory]
    [InlineData("", "The request body is not valid JSON.")]
    [InlineData("{\"modelId\":", "The request body is not valid JSON.")]
    [InlineData("""{"modelId":"m","inferenceParameters":{"a":1}} x""", "The request body is not valid JSON.")]
    [InlineData("""{"modelId":"m","inferenceParameters":{'a':1}}""", "The request body is not valid JSON.")]
    [InlineData("""{"modelId":"\ud800","inferenceParameters":{"a":1}}""", "The request body is not valid JSON.")]
    [InlineData("[1,2]", "The request body must be a JSON object.")]
    [InlineData("[1,2", "The request body is not valid JSON.")]
    [InlineData("true", "The request body must be a JSON object.")]
    [InlineData("""{"modelId":"m","inferenceParameters":"text"}""", "inferenceParameters must be a JSON object.")]
    [InlineData("""{"modelId":"m","inferenceParameters":[1]}""", "inferenceParameters must be a JSON object.")]
    [InlineData("""{"modelId":"../x","inferenceParameters":{"a":1}}""", "The provided model identifier is invalid.")]
    [InlineData("""{"modelId":"a/../b","inferenceParameters":{"a":1}}""", "The provided model identifier is invalid.")]
    [InlineData("""{"modelId":"a b","inferenceParameters":{"a":1}}""", "The provided model identifier is invalid.")]
    [InlineData("""{"modelId":"a?b","inferenceParameters":{"a":1}}""", "The provided model identifier is invalid.")]
    [InlineData("""{"modelId":"a\n","inferenceParameters":{"a":1}}""", "The provided model identifier is invalid.")]
    public async Task UnusableBody_AnswersBadRequest(string body, string message)
    {
        using var reply = await InvokeAsync(body);

        await reply.FailsAsync(400, message);
        Assert.Empty(_gateway.Runtime.Asked);
    }

    [Fact]
    public async Task ModelWithoutAccess_AnswersBedrocksText()
    {
        const string Text = "You don't have access to the model with the specified model ID.";
        _gateway.Faults.Before(
            "InvokeModel", () => new AccessDeniedException(Text) { StatusCode = HttpStatusCode.Forbidden });

        using var reply = await InvokeAsync("""{"modelId":"meta.llama3","inferenceParameters":{"a":1}}""");

        await reply.FailsAsync(403, Text);
    }

    [Fact]
    public async Task BedrocksError_KeepsStatusAndMessage()
    {
        _gateway.Faults.Before(
            "InvokeModel",
            () => new ThrottlingException("Too many tokens, \"please\" wait.")
            {
                StatusCode = HttpStatusCode.TooManyRequests,
            },
            times: 4);

        using var reply = await InvokeAsync("""{"modelId":"meta.llama3","inferenceParameters":{"a":1}}""");

        Assert.Equal("5", reply.Headers.GetValues("Retry-After").Single());
        await reply.IsAsync(429, """{"status":429,"success":false,"message":"Too many tokens, \"please\" wait."}""");
    }

    [Fact]
    public async Task ReplyThatIsNoJson_AnswersBadGateway()
    {
        _gateway.Runtime.Reply = "<html/>";

        using var reply = await InvokeAsync("""{"modelId":"meta.llama3","inferenceParameters":{"a":1}}""");

        await reply.FailsAsync(502, "The model's reply is not JSON.");
    }

    [Fact]
    public async Task SilentModel_AnswersTimedOut()
    {
        _gateway.Runtime.Hangs = true;
        var pending = InvokeAsync("""{"modelId":"meta.llama3","inferenceParameters":{"a":1}}""");
        while (!pending.IsCompleted)
        {
            _gateway.Clock.Advance(TimeSpan.FromSeconds(240));
            await Task.WhenAny(pending, Task.Delay(20, TestContext.Current.CancellationToken));
        }

        using var reply = await pending;

        await reply.FailsAsync(504, "The model sent nothing for 240 seconds.");
    }

    private Task<HttpResponseMessage> InvokeAsync(string body) => _gateway.PostAsync("/bedrock", body, _token, _key);
}
