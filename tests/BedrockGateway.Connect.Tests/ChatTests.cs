using BedrockGateway.Connect.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace BedrockGateway.Connect.Tests;

/// <summary>A conversation on the terminal.</summary>
public sealed class ChatTests : IAsyncLifetime
{
    private Lab _lab = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _lab = await Lab.StartAsync();
        await _lab.LogInAsync();
    }

    public ValueTask DisposeAsync() => _lab.DisposeAsync();

    [Fact]
    public async Task Conversation_IsSentWholeEachTime()
    {
        _lab.Gateway.Model = http => http.Response.WriteAsync(
            """
            data: {"choices":[{"index":0,"delta":{"role":"assistant"}}]}

            data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}

            data: {"choices":[{"index":0,"delta":{"content":"lo"}}]}

            data: {"choices":[],"usage":{"total_tokens":3}}

            data: [DONE]


            """,
            Token);
        var terminal = new FakeTerminal("Hi", "Again", "");

        var code = await _lab.RunAsync(terminal, "chat", "--model", "amazon.nova-lite-v1:0");

        Assert.Equal((0, "Hello\nHello\n"), (code, terminal.Output));
        Assert.Equal(
            """
            {"model":"amazon.nova-lite-v1:0","stream":true,"messages":[{"role":"user","content":"Hi"},
            {"role":"assistant","content":"Hello"},{"role":"user","content":"Again"}]}
            """.ReplaceLineEndings(""),
            _lab.Gateway.Asked[1].Body);
        Assert.Equal(FakeGateway.ApiKey, _lab.Gateway.Asked[1].Headers["x-api-key"]);
        Assert.Equal("/prod/v1/chat/completions", _lab.Gateway.Asked[1].Target);
    }

    [Theory]
    [InlineData(400, """{"error":{"message":"No such model."}}""")]
    [InlineData(200, """
        data: {"choices":[{"index":0,"delta":{"content":"Hel"}}]}

        data: {"error":{"message":"No such model."}}


        """)]
    public async Task Failure_IsToldAndTheQuestionForgotten(int status, string reply)
    {
        _lab.Gateway.Model = http =>
        {
            http.Response.StatusCode = status;
            return http.Response.WriteAsync(reply, Token);
        };
        var terminal = new FakeTerminal("Hi", "Again");

        var code = await _lab.RunAsync(terminal, "chat", "--model", "m");

        Assert.Equal(0, code);
        Assert.Equal(
            "Talking to m. An empty line, or the end of the input, ends it.\n> \n"
            + "No such model.\n> \nNo such model.\n> \n",
            terminal.Told);
        Assert.Equal(
            """{"model":"m","stream":true,"messages":[{"role":"user","content":"Again"}]}""",
            _lab.Gateway.Asked[1].Body);
    }

    [Fact]
    public async Task WithoutAModel_ListsThem()
    {
        _lab.Gateway.Model = http =>
            http.Response.WriteAsync("""{"object":"list","data":[{"id":"a"},{"id":"b"}]}""", Token);
        var terminal = new FakeTerminal();

        var code = await _lab.RunAsync(terminal, "chat");

        Assert.Equal((2, "Which model? --model with one of:\na\nb\n"), (code, terminal.Told));
    }
}
