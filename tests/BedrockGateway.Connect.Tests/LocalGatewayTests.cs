using System.Net;
using System.Text;
using BedrockGateway.Connect.Tests.Fakes;
using Microsoft.AspNetCore.Http;

namespace BedrockGateway.Connect.Tests;

/// <summary>The gateway's routes on this machine.</summary>
public sealed class LocalGatewayTests : IAsyncLifetime
{
    private readonly FakeTerminal _terminal = new(FakeGateway.Email, FakeGateway.Password);
    private Lab _lab = null!;
    private Serving _serving = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _lab = await Lab.StartAsync();
        _serving = await _lab.ServeAsync(_terminal);
    }

    public async ValueTask DisposeAsync()
    {
        await _serving.DisposeAsync();
        await _lab.DisposeAsync();
    }

    [Theory]
    [InlineData("/v1/chat/completions?a=%20b")]
    [InlineData("/v1/messages/count_tokens")]
    [InlineData("/bedrock")]
    [InlineData("/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Ainference-profile%2Fus.x/converse")]
    public async Task Request_GetsBothCredentials(string target)
    {
        using var request = Request(HttpMethod.Post, target, """{"a":"é"}""");
        request.Headers.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=any/20260304/us-east-1/bedrock/aws4_request, Signature=00");
        request.Headers.Add("x-api-key", "made-up");
        request.Headers.Add("X-Amz-Date", "20260304T100000Z");
        request.Headers.Add("anthropic-beta", "b-1");

        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.Equal("""{"ok":true}""", await reply.Content.ReadAsStringAsync(Token));
        var asked = Assert.Single(_lab.Gateway.Asked);
        Assert.Equal($"/prod{target}", asked.Target);
        Assert.Equal("""{"a":"é"}""", asked.Body);
        Assert.Equal($"Bearer {_lab.Gateway.LastToken}", asked.Headers.Authorization);
        Assert.Equal(FakeGateway.ApiKey, asked.Headers["x-api-key"]);
        Assert.Equal("b-1", asked.Headers["anthropic-beta"]);
        Assert.False(asked.Headers.ContainsKey("X-Amz-Date"));
        Assert.Equal(new Uri(_lab.Gateway.Address).Authority, asked.Headers.Host);
    }

    [Fact]
    public async Task Http2WithPriorKnowledge_IsTaken()
    {
        using var request = Request(HttpMethod.Post, "/model/m/converse", "{}");
        request.Version = HttpVersion.Version20;
        request.VersionPolicy = HttpVersionPolicy.RequestVersionExact;

        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.Equal((HttpVersion.Version20, HttpStatusCode.OK), (reply.Version, reply.StatusCode));
    }

    [Fact]
    public async Task Stream_ComesAsItIsWritten()
    {
        var rest = new TaskCompletionSource();
        _lab.Gateway.Model = async http =>
        {
            http.Response.ContentType = "text/event-stream";
            await http.Response.WriteAsync("data: 1\n\n", Token);
            await http.Response.Body.FlushAsync(Token);
            await rest.Task.WaitAsync(Token);
            await http.Response.WriteAsync("data: 2\n\n", Token);
        };
        using var request = Request(HttpMethod.Post, "/v1/messages", "{}");
        using var reply = await _serving.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);
        await using var body = await reply.Content.ReadAsStreamAsync(Token);
        var buffer = new byte[64];

        var first = await body.ReadAsync(buffer, Token);

        Assert.Equal("data: 1\n\n", Encoding.UTF8.GetString(buffer, 0, first));
        rest.SetResult();
        Assert.Equal("data: 2\n\n", await new StreamReader(body).ReadToEndAsync(Token));
    }

    [Fact]
    public async Task ClientThatLeaves_EndsTheRequest()
    {
        var left = new TaskCompletionSource();
        _lab.Gateway.Model = async http =>
        {
            http.RequestAborted.Register(() => left.TrySetResult());
            await http.Response.WriteAsync("data: 1\n\n", Token);
            await http.Response.Body.FlushAsync(Token);
            await left.Task.WaitAsync(Token);
        };
        using (var request = Request(HttpMethod.Post, "/v1/messages", "{}"))
        using (await _serving.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token))
        {
            // Leaves.
        }

        await left.Task.WaitAsync(TimeSpan.FromSeconds(5), Token);
    }

    [Theory]
    [InlineData("Host", "evil.example.com", "Only names of this machine lead here.")]
    [InlineData("Host", "127.0.0.1.evil.example.com:5100", "Only names of this machine lead here.")]
    [InlineData("Origin", "https://evil.example.com", "Web pages may not use this login.")]
    [InlineData("Origin", "null", "Web pages may not use this login.")]
    [InlineData("Sec-Fetch-Site", "cross-site", "Web pages may not use this login.")]
    public async Task WebPage_IsKeptOut(string header, string value, string message)
    {
        using var request = Request(HttpMethod.Post, "/v1/messages", "{}");
        request.Headers.TryAddWithoutValidation(header, value);

        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Forbidden, reply.StatusCode);
        Assert.Equal(Error(403, "permission_error", message), await reply.Content.ReadAsStringAsync(Token));
        Assert.Empty(_lab.Gateway.Asked);
    }

    [Theory]
    [InlineData("/login")]
    [InlineData("/register")]
    [InlineData("/")]
    public async Task OtherRoutes_AreNotThere(string path)
    {
        using var request = Request(HttpMethod.Post, path, "{}");

        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.Equal(
            Error(404, "not_found_error", "There is no such route here."),
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task GatewaysErrors_GoThrough()
    {
        _lab.Gateway.Model = http =>
        {
            http.Response.StatusCode = 429;
            http.Response.Headers.RetryAfter = "1";
            return http.Response.WriteAsync("""{"message":"Too Many Requests"}""", Token);
        };
        using var request = Request(HttpMethod.Post, "/v1/messages", "{}");

        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.Equal((429, "1"), ((int)reply.StatusCode, reply.Headers.RetryAfter?.ToString()));
        Assert.Equal("""{"message":"Too Many Requests"}""", await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Session_IsRenewedBeforeItEnds()
    {
        var first = _lab.Gateway.LastToken;

        _lab.Gateway.Clock.Advance(TimeSpan.FromMinutes(56));
        await UntilAsync(() => _lab.Gateway.Refreshes == 1);
        using var request = Request(HttpMethod.Get, "/v1/models", "");
        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.NotEqual($"Bearer {first}", (string?)Assert.Single(_lab.Gateway.Asked).Headers.Authorization);
    }

    [Fact]
    public async Task SessionThatCannotBeRenewed_IsA401()
    {
        _lab.Gateway.CanRefresh = false;
        _lab.Gateway.Clock.Advance(TimeSpan.FromHours(2));
        await UntilAsync(() => _terminal.Told.Contains("A login is needed", StringComparison.Ordinal));
        using var request = Request(HttpMethod.Get, "/v1/models", "");

        using var reply = await _serving.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.Unauthorized, reply.StatusCode);
        Assert.Equal(
            Error(401, "authentication_error", "The login has ended. Log in where bedrock-connect runs."),
            await reply.Content.ReadAsStringAsync(Token));
        Assert.Empty(_lab.Gateway.Asked);
    }

    [Fact]
    public void Greeting_TellsNoSecret()
    {
        var address = _serving.Client.BaseAddress!.AbsoluteUri.TrimEnd('/');

        Assert.Equal(
            $"""
            Log in to {_lab.Gateway.Address}
            E-mail: 
            Password: 
            {_lab.Gateway.Address} answers on {address} with your login, to programs of this machine.

              OPENAI_BASE_URL={address}/v1
              OPENAI_API_KEY=unused
              ANTHROPIC_BASE_URL={address}
              ANTHROPIC_AUTH_TOKEN=unused
              AWS_ENDPOINT_URL_BEDROCK_RUNTIME={address}
              AWS_BEARER_TOKEN_BEDROCK=unused

            Ctrl+C ends it.

            """.ReplaceLineEndings("\n"),
            _terminal.Told);
        Assert.Empty(_terminal.Output);
    }

    private static HttpRequestMessage Request(HttpMethod method, string target, string body) =>
        new(method, new Uri(target, UriKind.Relative))
        {
            Content = method == HttpMethod.Get ? null : new StringContent(body),
        };

    private static string Error(int status, string type, string message) =>
        $$$"""
        {"message":"{{{message}}}","status":{{{status}}},"success":false,"type":"error",
        "error":{"type":"{{{type}}}","code":"{{{type}}}","message":"{{{message}}}"}}
        """.ReplaceLineEndings("");

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }
    }
}
