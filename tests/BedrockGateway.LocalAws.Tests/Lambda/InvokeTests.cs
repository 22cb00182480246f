using System.Net;
using System.Text;

namespace BedrockGateway.LocalAws.Tests.Lambda;

public sealed class InvokeTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>
{
    [Fact]
    public async Task RequestResponse_AnswersWithWhatTheFunctionReturned()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);

        var invoked = SendAsync(name, """{"a":1}""", ("X-Amz-Log-Type", "Tail"));
        var next = await poller.NextAsync();
        await poller.RespondAsync(next.Id, "[2]");
        using var response = await invoked;

        Assert.Equal("""{"a":1}""", next.Body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("[2]", await BodyAsync(response));
        Assert.Equal("$LATEST", Header(response, "X-Amz-Executed-Version"));
        Assert.False(response.Headers.Contains("X-Amz-Function-Error"));
        var tail = Encoding.UTF8.GetString(Convert.FromBase64String(Header(response, "X-Amz-Log-Result")));
        Assert.StartsWith($"START RequestId: {next.Id} Version: $LATEST\n", tail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FunctionError_Is200WithItsHeader()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);

        var invoked = SendAsync(name, "{}");
        await poller.FailAsync((await poller.NextAsync()).Id, """{"errorMessage":"no"}""");
        using var response = await invoked;

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("Unhandled", Header(response, "X-Amz-Function-Error"));
        Assert.Equal("""{"errorMessage":"no"}""", await BodyAsync(response));
        Assert.False(response.Headers.Contains("X-Amz-Log-Result"));
    }

    [Fact]
    public async Task Event_IsAcceptedAtOnceAndRunLater()
    {
        var name = fixture.AddFunction();

        using var response = await SendAsync(name, "\"later\"", ("X-Amz-Invocation-Type", "Event"));
        using var poller = await fixture.PollAsync(name);

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Equal("\"later\"", (await poller.NextAsync()).Body);
    }

    [Fact]
    public async Task DryRun_RunsNothing()
    {
        using var response = await SendAsync(fixture.AddFunction(), "{}", ("X-Amz-Invocation-Type", "DryRun"));

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    [Fact]
    public async Task ClientContextAndEmptyPayload_ReachTheFunction()
    {
        var name = fixture.AddFunction();
        using var poller = await fixture.PollAsync(name);

        var invoked = SendAsync(
            name,
            string.Empty,
            ("X-Amz-Client-Context", Convert.ToBase64String("""{"custom":{"k":"v"}}"""u8)),
            ("X-Amzn-Trace-Id", "Root=1-a-b"));
        var next = await poller.NextAsync();
        await poller.RespondAsync(next.Id, "null");
        using var response = await invoked;

        Assert.Equal("{}", next.Body);
        Assert.Equal("""{"custom":{"k":"v"}}""", next.Header("Lambda-Runtime-Client-Context"));
        Assert.Equal("Root=1-a-b", next.Header("Lambda-Runtime-Trace-Id"));
        Assert.Equal("null", await BodyAsync(response));
    }

    [Fact]
    public async Task UnknownFunction_Is404()
    {
        using var response = await SendAsync("absent:live", "{}");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("ResourceNotFoundException", Header(response, "x-amzn-ErrorType"));
        Assert.Equal(
            """{"message":"Function not found: arn:aws:lambda:us-east-1:000000000000:function:absent:live"}""",
            await BodyAsync(response));
    }

    [Fact]
    public async Task PayloadThatIsNoJson_Is400()
    {
        using var response = await SendAsync(fixture.AddFunction(), "{");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("InvalidRequestContentException", Header(response, "x-amzn-ErrorType"));
        Assert.StartsWith(
            """{"message":"Could not parse request body into json: Could not parse payload into json: """,
            await BodyAsync(response),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("RequestResponse", 6_291_456)]
    [InlineData("Event", 1_048_576)]
    public async Task PayloadBeyondTheLimit_Is413(string type, int maxBytes)
    {
        using var response = await SendAsync(
            fixture.AddFunction(), $"\"{new string('x', maxBytes - 1)}\"", ("X-Amz-Invocation-Type", type));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("RequestEntityTooLargeException", Header(response, "x-amzn-ErrorType"));
        Assert.Equal(
            $$"""{"message":"Request must be smaller than {{maxBytes}} bytes for the InvokeFunction operation"}""",
            await BodyAsync(response));
    }

    [Fact]
    public async Task UnknownInvocationType_Is400()
    {
        using var response = await SendAsync(fixture.AddFunction(), "{}", ("X-Amz-Invocation-Type", "Maybe"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("InvalidParameterValueException", Header(response, "x-amzn-ErrorType"));
    }

    private async Task<HttpResponseMessage> SendAsync(
        string function, string payload, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri($"/2015-03-31/functions/{function}/invocations", UriKind.Relative))
        {
            Content = new StringContent(payload),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await fixture.Edge.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage response, string name) =>
        response.Headers.GetValues(name).Single();

    private static Task<string> BodyAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
