using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.Connect.Tests.Fakes;

/// <summary>A gateway with one user, its user pool, and a model that writes as the test lets it.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    public const string Email = "ann@example.com";
    public const string Password = "Passw0rd!";
    public const string ApiKey = "key-of-ann-0123456789";
    public const string RefreshToken = "refresh-of-ann";

    private readonly WebApplication _server;
    private int _tokens;

    private FakeGateway(WebApplication server) => _server = server;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 4, 10, 0, 0, TimeSpan.Zero));

    /// <summary>The gateway's base address, with a stage.</summary>
    public string Address => $"{_server.Urls.Single()}/prod";

    /// <summary>Where the user pool answers.</summary>
    public string Pool => _server.Urls.Single();

    /// <summary>The token that was given out last.</summary>
    public string LastToken { get; private set; } = "";

    public int Logins { get; private set; }

    public int Refreshes { get; private set; }

    /// <summary>Whether the refresh token is still worth something.</summary>
    public bool CanRefresh { get; set; } = true;

    /// <summary>The requests for models: target, headers and body.</summary>
    public List<(string Target, IHeaderDictionary Headers, string Body)> Asked { get; } = [];

    /// <summary>Answers requests for models.</summary>
    public RequestDelegate Model { get; set; } = http =>
        http.Response.WriteAsync("""{"ok":true}""", http.RequestAborted);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<FakeGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var gateway = new FakeGateway(builder.Build());
        gateway._server.MapPost("/prod/login", (RequestDelegate)gateway.LogInAsync);
        gateway._server.MapPost("/", (RequestDelegate)gateway.RefreshAsync);
        gateway._server.Map("/prod/{**rest}", (RequestDelegate)gateway.ServeAsync);
        await gateway._server.StartAsync(Token);
        return gateway;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task LogInAsync(HttpContext http)
    {
        var form = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: Token);
        Logins++;
        if ((string?)form!["email"] != Email || (string?)form["password"] != Password)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(
                """{"status":400,"success":false,"message":"Incorrect username or password."}""", Token);
            return;
        }

        await http.Response.WriteAsync(
            $$"""{"status":200,"IdToken":"{{NewToken()}}","RefreshToken":"{{RefreshToken}}"}""", Token);
    }

    private async Task RefreshAsync(HttpContext http)
    {
        var body = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: Token);
        Refreshes++;
        Assert.Equal("AWSCognitoIdentityProviderService.InitiateAuth", http.Request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", http.Request.ContentType);
        Assert.Equal(
            """{"AuthFlow":"REFRESH_TOKEN_AUTH","ClientId":"client1","""
            + """ "AuthParameters":{"REFRESH_TOKEN":"refresh-of-ann"}}""".Trim(),
            body!.ToJsonString());
        if (!CanRefresh)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync(
                """{"__type":"NotAuthorizedException","message":"Refresh Token has expired"}""", Token);
            return;
        }

        await http.Response.WriteAsync($$$"""{"AuthenticationResult":{"IdToken":"{{{NewToken()}}}"}}""", Token);
    }

    private async Task ServeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var body = await reader.ReadToEndAsync(Token);

        // The server uses its own headers again.
        var headers = new HeaderDictionary(http.Request.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase));
        Asked.Add((http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget, headers, body));
        await Model(http);
    }

    private string NewToken()
    {
        var now = Clock.GetUtcNow().ToUnixTimeSeconds();
        var claims =
            $$"""
            {"iss":"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Pool","aud":"client1","iat":{{now}},
             "exp":{{now + 3600}},"custom:api_key":"{{ApiKey}}","email":"{{Email}}","n":{{++_tokens}}}
            """;
        return LastToken = $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";
    }
}
