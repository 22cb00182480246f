using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.Api.Tests.Draining;

/// <summary>A process on Kestrel that is told to end while it serves.</summary>
public sealed class DrainTests
{
    private const string Messages =
        $$"""
        {"model":"{{DrainedApi.Model}}","max_tokens":9,"stream":true,"messages":[{"role":"user","content":"Hi"}]}
        """;

    private const string Chat =
        $$"""{"model":"{{DrainedApi.Model}}","stream":true,"messages":[{"role":"user","content":"Hi"}]}""";

    private const string Converse = """{"messages":[{"role":"user","content":[{"text":"Hi"}]}]}""";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Streams => new()
    {
        { "/v1/messages", Messages, "event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n" },
        { "/v1/chat/completions", Chat, "data: [DONE]\n\n" },
    };

    [Theory]
    [MemberData(nameof(Streams))]
    public async Task StreamUnderWay_GoesOnToItsEndWhileNobodyElseGetsIn(string path, string body, string end)
    {
        await using var api = await DrainedApi.StartAsync("600");
        using var idle = await OpenIdleConnectionAsync(api.Address);
        api.Bedrock.Events.Event("contentBlockDelta", Delta("Hel"));
        using var reply = await api.AskAsync(path, body);
        await using var stream = await reply.Content.ReadAsStreamAsync(Token);
        var first = await ReadUntilAsync(stream, "Hel");

        await api.Process.TerminateAsync();
        await api.Process.LineAsync("Shutting down with 1 requests under way, which have 600 s");
        await api.UntilRefusedAsync();
        Assert.Equal(0, await idle.GetStream().ReadAsync(new byte[1], Token));
        api.Bedrock.Events
            .Event("contentBlockDelta", Delta("lo"))
            .Event("contentBlockStop", """{"contentBlockIndex":0}""")
            .Event("messageStop", """{"stopReason":"end_turn"}""")
            .End();
        var rest = await new StreamReader(stream).ReadToEndAsync(Token);
        var (exitCode, output) = await api.Process.UntilExitAsync();

        Assert.DoesNotContain("\"lo\"", first, StringComparison.Ordinal);
        Assert.Contains("\"lo\"", rest, StringComparison.Ordinal);
        Assert.EndsWith(end, rest, StringComparison.Ordinal);
        Assert.Equal(0, exitCode);
        Assert.Contains("\"Information\"", EndLine(output), StringComparison.Ordinal);
        Assert.Contains("\"message\":\"Shut down, 0 requests were cut\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "/v1/messages",
        Messages,
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
        + "\"message\":\"The gateway is shutting down. Try again.\"},\"request_id\":")]
    [InlineData(
        "/v1/chat/completions",
        Chat,
        "data: {\"error\":{\"message\":\"The gateway is shutting down. Try again.\",\"type\":\"server_error\","
        + "\"param\":null,\"code\":null}}\n\n")]
    [InlineData(
        $"/model/{DrainedApi.Model}/converse-stream",
        Converse,
        """{"message":"The gateway is shutting down. Try again."}""")]
    public async Task StreamThatOutlivesTheGrace_EndsWithTheErrorOfItsDialect(string path, string body, string error)
    {
        await using var api = await DrainedApi.StartAsync("1");
        api.Bedrock.Events.Event("contentBlockDelta", Delta("Hel"));
        using var reply = await api.AskAsync(path, body);
        await using var stream = await reply.Content.ReadAsStreamAsync(Token);
        await ReadUntilAsync(stream, "Hel");

        await api.Process.TerminateAsync();
        var rest = await new StreamReader(stream, Encoding.Latin1).ReadToEndAsync(Token);
        var (exitCode, output) = await api.Process.UntilExitAsync();

        Assert.Contains(error, rest, StringComparison.Ordinal);
        Assert.Equal(2, exitCode);
        Assert.Contains("\"Warning\"", EndLine(output), StringComparison.Ordinal);
        Assert.Contains("\"message\":\"Shut down, 1 requests were cut\"", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplyThatHasNotBegun_IsAnErrorWhenTheGraceIsOver()
    {
        await using var api = await DrainedApi.StartAsync("0");
        var asking = api.AskAsync(
            "/bedrock",
            """{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{"inputText":"Hi"}}""");
        await api.Bedrock.UntilAskedAsync();

        await api.Process.TerminateAsync();
        using var reply = await asking;

        Assert.Equal(HttpStatusCode.ServiceUnavailable, reply.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), reply.Headers.RetryAfter?.Delta);
        Assert.True(reply.Headers.ConnectionClose);
        var envelope = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
        Assert.Equal("The gateway is shutting down. Try again.", (string?)envelope["message"]);
        Assert.Equal(2, (await api.Process.UntilExitAsync()).ExitCode);
    }

    [Fact]
    public async Task ClientThatReadsNothing_DoesNotKeepTheProcess()
    {
        await using var api = await DrainedApi.StartAsync("0");
        var much = new string('a', 64 * 1024);
        for (var part = 0; part < 512; part++)
        {
            api.Bedrock.Events.Event("contentBlockDelta", Delta(much));
        }

        using var reply = await api.AskAsync("/v1/messages", Messages);
        await using var stream = await reply.Content.ReadAsStreamAsync(Token);
        await api.Process.TerminateAsync();
        var (exitCode, output) = await api.Process.UntilExitAsync();

        Assert.Equal(2, exitCode);
        Assert.Contains("\"message\":\"Shut down, 1 requests were cut\"", output, StringComparison.Ordinal);
        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(Stream.Null, Token));
    }

    private static string Delta(string text) => $$$"""{"contentBlockIndex":0,"delta":{"text":"{{{text}}}"}}""";

    private static string EndLine(string output) =>
        output.Split('\n').Single(line => line.Contains("Shut down, ", StringComparison.Ordinal));

    // Answered once, and kept alive.
    private static async Task<TcpClient> OpenIdleConnectionAsync(Uri address)
    {
        var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Token);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /health HTTP/1.1\r\nHost: x\r\n\r\n"), Token);
        var reply = await ReadUntilAsync(client.GetStream(), "\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", reply, StringComparison.Ordinal);
        return client;
    }

    private static async Task<string> ReadUntilAsync(Stream stream, string text)
    {
        var read = new StringBuilder();
        var buffer = new byte[1024];
        while (!read.ToString().Contains(text, StringComparison.Ordinal))
        {
            var count = await stream.ReadAsync(buffer, Token);
            Assert.True(count > 0, $"The reply ended with {read}.");
            read.Append(Encoding.Latin1.GetString(buffer, 0, count));
        }

        return read.ToString();
    }
}
