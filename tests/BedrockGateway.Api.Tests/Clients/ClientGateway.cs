using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Logging;
using BedrockGateway.LocalAws.Tests.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>The real API on a port of its own in front of LocalAws, for clients that nobody here wrote.</summary>
public sealed class ClientGateway : IAsyncLifetime
{
    private const string User = """{"email":"ann@example.com","password":"Passw0rd!-9","fullname":"Ann Lee"}""";

    private static readonly TimeSpan ScriptTimeout = TimeSpan.FromMinutes(2);
    private static readonly NodePackages Packages = new("tests/clients");

    private readonly StringWriter _log = new();
    private EmulatedAccount? _account;
    private WebApplication? _app;
    private string? _whyNot;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Base address of the API: <c>http://127.0.0.1:41234</c>.</summary>
    public string Address => _app!.Urls.Single();

    public string IdToken { get; private set; } = "";

    public string ApiKey { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _whyNot = await Packages.WhyNotAsync();
        _account = await EmulatedAccount.StartAsync(Token);
        var settings = await _account.DeployAsync(Token);
        _app = GatewayApp.Create(["--urls=http://127.0.0.1:0", .. settings], FunctionRole.Kestrel, builder =>
        {
            _account.Register(builder.Services);
            builder.Services.AddSingleton(new LogOutput(_log));
        });
        await _app.StartAsync(Token);
        ApiKey = (string)(await EnterAsync("/register"))["data"]!["API Key"]!;
        var poolId = _app.Configuration["AWS:Resources:UserPoolId"]!;
        await _account.ConfirmAsync(poolId, "ann@example.com", Token);
        IdToken = (string)(await EnterAsync("/login"))[nameof(IdToken)]!;
    }

    /// <summary>Runs a script of <c>tests/clients/scripts</c> and returns the line of JSON that it prints.</summary>
    /// <param name="script">Its name, without extension.</param>
    /// <param name="values">
    /// Environment variables beside <c>GATEWAY_URL</c>, <c>ID_TOKEN</c>, <c>API_KEY</c> and <c>AWS_ENDPOINT_URL</c>.
    /// </param>
    public async Task<JsonNode> RunAsync(string script, params (string Name, string Value)[] values)
    {
        Assert.SkipUnless(_whyNot is null, _whyNot ?? "");
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(ScriptTimeout);
        var environment = new Dictionary<string, string?>
        {
            ["GATEWAY_URL"] = Address,
            ["ID_TOKEN"] = IdToken,
            ["API_KEY"] = ApiKey,
            ["AWS_ENDPOINT_URL"] = _account!.Endpoint,
            ["NODE_OPTIONS"] = null,
        };
        foreach (var (name, value) in values)
        {
            environment[name] = value;
        }

        var outcome = await ChildProcess.RunAsync(
            "node",
            ["--no-warnings", Path.Combine(Packages.Folder, "scripts", $"{script}.mjs")],
            environment,
            deadline.Token);

        Assert.True(outcome.ExitCode == 0, $"{script}.mjs ended with {outcome.ExitCode}: {outcome.Error}\n{_log}");
        return JsonNode.Parse(outcome.Output)!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        if (_account is not null)
        {
            await _account.DisposeAsync();
        }

        await _log.DisposeAsync();
    }

    private async Task<JsonNode> EnterAsync(string path)
    {
        using var client = new HttpClient { BaseAddress = new(Address) };
        using var reply = await client.PostAsync(
            new Uri(path, UriKind.Relative), new StringContent(User), Token);
        var body = await reply.Content.ReadFromJsonAsync<JsonNode>(Token);
        Assert.True(reply.IsSuccessStatusCode, $"{path}: {(int)reply.StatusCode} {body}\n{_log}");
        return body!;
    }
}
