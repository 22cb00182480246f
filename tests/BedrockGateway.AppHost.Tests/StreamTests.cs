using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.AppHost.Tests.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.AppHost.Tests;

/// <summary>Long and large calls of models, through the gateway and a function that answers streamed.</summary>
public sealed class StreamTests(SharedGateway gateway) : IDisposable
{
    private const string Nova = "model/us.amazon.nova-pro-v1:0/";

    private readonly HttpClient _client = new()
    {
        BaseAddress = gateway.Client.Address,
        Timeout = TimeSpan.FromMinutes(2),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task OpenStreams_KeepNobodyWaiting()
    {
        using var faults = new HttpClient { BaseAddress = gateway.Aws.Endpoint };
        var members = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => gateway.Client.EnrolAsync()));
        using var rule = await faults.PostAsJsonAsync(
            "_local/faults",
            new { service = "bedrock-runtime", operation = "ConverseStream", afterEvents = 2, then = "hold", times = 8 },
            Token);
        var streams = await Task.WhenAll(members.Select(member => ConverseAsync(member, "converse-stream", "Hello")));
        var bodies = await Task.WhenAll(streams.Select(stream => stream.Content.ReadAsStreamAsync(Token)));
        var firsts = await Task.WhenAll(bodies.Select(async body => await body.ReadAsync(new byte[4096], Token)));

        var list = await gateway.Client.GetAsync("bedrock", members[0].IdToken, members[0].Key);
        using var released = await faults.PostAsync(new Uri("_local/faults/release", UriKind.Relative), null, Token);
        var rests = await Task.WhenAll(bodies.Select(async body =>
        {
            using var reader = new StreamReader(body, Encoding.Latin1);
            return await reader.ReadToEndAsync(Token);
        }));

        Assert.All(firsts, read => Assert.NotEqual(0, read));
        Assert.Equal(HttpStatusCode.OK, list.Status);
        Assert.All(rests, rest => Assert.Contains("\"totalTokens\"", rest, StringComparison.Ordinal));
        Array.ForEach(streams, stream => stream.Dispose());
    }

    [Theory]
    [InlineData("Write 9000000 bytes.", 9_000_000)]
    [InlineData("Write 100000 tokens.", 100_000)]
    public async Task LongAnswer_ComesWhole(string prompt, int atLeast)
    {
        var member = await gateway.Client.EnrolAsync();

        using var reply = await ConverseAsync(member, "converse", prompt);

        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.True(reply.IsSuccessStatusCode, text);
        var answer = (string)JsonNode.Parse(text)!["output"]!["message"]!["content"]![0]!["text"]!;
        Assert.InRange(answer.Length, atLeast, int.MaxValue);
    }

    [Fact]
    public async Task ThousandToolCalls_ComeWhole()
    {
        var member = await gateway.Client.EnrolAsync();
        const string Tools =
            """
            ,"toolConfig":{"tools":[{"toolSpec":{"name":"get_time","inputSchema":{"json":
            {"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}}}}]}
            """;

        using var reply = await ConverseAsync(member, "converse", "Call get_time 1000 times.", Tools);

        var body = JsonNode.Parse(await reply.Content.ReadAsStringAsync(Token))!;
        Assert.Equal("tool_use", (string?)body["stopReason"]);
        Assert.Equal(
            1000, body["output"]!["message"]!["content"]!.AsArray().Count(block => block!["toolUse"] is not null));
    }

    [Theory]
    [InlineData(5 * 1024 * 1024, HttpStatusCode.OK)]
    [InlineData(7 * 1024 * 1024, HttpStatusCode.RequestEntityTooLarge)]
    public async Task LargeRequest_IsTakenAsFarAsLambdaTakesIt(int bytes, HttpStatusCode expected)
    {
        var member = await gateway.Client.EnrolAsync();

        using var reply = await ConverseAsync(member, "converse", new string('a', bytes));

        var text = await reply.Content.ReadAsStringAsync(Token);
        Assert.True(reply.StatusCode == expected, text[..Math.Min(text.Length, 500)]);
    }

    private async Task<HttpResponseMessage> ConverseAsync(
        Member member, string operation, string prompt, string more = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Nova + operation);
        request.Content = new StringContent(
            $$"""{"messages":[{"role":"user","content":[{"text":"{{prompt}}"}]}]{{more}} }""");
        request.Headers.TryAddWithoutValidation("Authorization", member.IdToken);
        request.Headers.Add("x-api-key", member.Key);
        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
    }
}
