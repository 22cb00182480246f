using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Logging;
using BedrockGateway.Infra.Accounts;
using BedrockGateway.LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>The real API on a port of its own in front of LocalAws, through the SDK's clients, faults and all.</summary>
internal sealed class EmulatedGateway : IAsyncDisposable
{
    public const string Password = "Passw0rd!-9";

    private readonly EmulatedAccount _account;
    private readonly WebApplication _app;
    private readonly StringWriter _log;
    private readonly HttpClient _edge;
    private readonly StackOutputs _stack;

    private EmulatedGateway(EmulatedAccount account, WebApplication app, StringWriter log)
    {
        _account = account;
        _app = app;
        _log = log;
        _edge = new() { BaseAddress = new($"{account.Endpoint}/") };
        Client = new() { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(60) };
        string Of(string name) => app.Configuration[$"AWS:Resources:{name}"]!;
        _stack = new(Of("StackName"), Of("UserPoolId"), Of("RestApiId"), Of("StageName"), Of("UsagePlanId"));
    }

    public HttpClient Client { get; }

    public string Log => _log.ToString();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<EmulatedGateway> StartAsync(LocalAwsOptions? options = null)
    {
        var account = await EmulatedAccount.StartAsync(Token, options);
        var settings = await account.DeployAsync(Token);
        var log = new StringWriter();
        var app = GatewayApp.Create(
            [
                "--urls=http://127.0.0.1:0", "--PublicLimits:RatePerSecond=1000", "--PublicLimits:Burst=1000",
                .. settings,
            ],
            FunctionRole.Kestrel,
            builder =>
            {
                account.Register(builder.Services);
                builder.Services.AddSingleton(new LogOutput(log));
            });
        await app.StartAsync(Token);
        return new(account, app, log);
    }

    public async Task<EmulatedReply> RegisterAsync(string email) => await SendAsync(
        HttpMethod.Post,
        "register",
        new JsonObject { ["email"] = email, ["password"] = Password, ["fullname"] = "Ann Lee" });

    /// <summary>The ID token of a user, confirmed as an administrator does it.</summary>
    public async Task<string> EnterAsync(string email)
    {
        await _account.ConfirmAsync(_stack.UserPoolId, email, Token);
        var login = await SendAsync(
            HttpMethod.Post, "login", new JsonObject { ["email"] = email, ["password"] = Password });
        Assert.Equal(200, login.Status);
        return (string)login.Body["IdToken"]!;
    }

    /// <summary>The ID token of a new administrator.</summary>
    public async Task<string> EnterAsAdministratorAsync()
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        Assert.Equal(200, (await RegisterAsync(email)).Status);
        using var cognito = _account.Cognito();
        await cognito.AdminAddUserToGroupAsync(
            new AdminAddUserToGroupRequest { UserPoolId = _stack.UserPoolId, Username = email, GroupName = "admins" },
            Token);
        return await EnterAsync(email);
    }

    public async Task<EmulatedReply> SendAsync(HttpMethod method, string path, JsonObject? body, string? token = null)
    {
        using var request = new HttpRequestMessage(method, path);
        request.Content = body is null ? null : JsonContent.Create(body);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        using var reply = await Client.SendAsync(request, Token);
        var text = await reply.Content.ReadAsStringAsync(Token);
        return new((int)reply.StatusCode, JsonNode.Parse(text)!, reply.Headers.RetryAfter?.Delta);
    }

    public async Task InjectAsync(JsonObject rule)
    {
        using var reply = await _edge.PostAsJsonAsync("_local/faults", rule, Token);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(Token));
    }

    public async Task ClearFaultsAsync()
    {
        using var reply = await _edge.DeleteAsync(new Uri("_local/faults", UriKind.Relative), Token);
        reply.EnsureSuccessStatusCode();
    }

    /// <summary>All users and keys.</summary>
    public async Task<AccountsSnapshot> ReadAsync()
    {
        using var cognito = _account.Cognito();
        using var gateway = _account.ApiGateway();
        return await new AccountsStore(cognito, gateway, _stack, TimeProvider.System).ReadAsync(Token);
    }

    /// <summary>What the schedule does every five minutes.</summary>
    public Task LookAfterAsync() => _app.Services.GetRequiredService<Upkeep>().RunAsync(Token);

    /// <summary>What <c>accounts check</c> finds when nothing is under way.</summary>
    public async Task<IEnumerable<string>> FindingsAsync() =>
        new AccountRules(inFlight: TimeSpan.Zero).Judge(await ReadAsync()).Select(finding => finding.Text);

    /// <summary>Runs <c>accounts check</c>.</summary>
    /// <returns>Whether nothing is wrong, and what it says.</returns>
    public async Task<(bool IsFine, string Said)> CheckAsync(bool repair)
    {
        using var cognito = _account.Cognito();
        using var gateway = _account.ApiGateway();
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var check = new CheckCommand(
            new(cognito, gateway, _stack, TimeProvider.System),
            new(cognito, gateway, _stack),
            new(inFlight: TimeSpan.Zero),
            repair,
            output);
        return (await check.RunAsync(Token), output.ToString().ReplaceLineEndings("\n"));
    }

    /// <summary>Runs <c>accounts prune-unconfirmed</c>.</summary>
    /// <returns>What it says.</returns>
    public async Task<string> PruneAsync(TimeSpan older, bool dryRun)
    {
        using var cognito = _account.Cognito();
        using var gateway = _account.ApiGateway();
        await using var output = new StringWriter(CultureInfo.InvariantCulture);
        var prune = new PruneUnconfirmedCommand(
            new(cognito, gateway, _stack, TimeProvider.System), new(cognito, gateway, _stack), cognito, _stack, output);
        await prune.RunAsync(older, dryRun, Token);
        return output.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Does one thing to the account, for good or ill.</summary>
    public async Task MendAsync(Mending step)
    {
        using var cognito = _account.Cognito();
        using var gateway = _account.ApiGateway();
        await new AccountMender(cognito, gateway, _stack).MendAsync(new("", [step]), Token);
    }

    /// <summary>Signs a user up past the API, as anybody can who knows the pool's client.</summary>
    public async Task SignUpAsync(string email)
    {
        using var cognito = _account.Cognito();
        await cognito.SignUpAsync(
            new SignUpRequest
            {
                ClientId = _app.Configuration["AWS:Resources:UserPoolClientId"],
                Username = email,
                Password = Password,
                UserAttributes = [new() { Name = "email", Value = email }],
            },
            Token);
    }

    public async Task DeleteUserAsync(string email)
    {
        using var cognito = _account.Cognito();
        await cognito.AdminDeleteUserAsync(
            new AdminDeleteUserRequest { UserPoolId = _stack.UserPoolId, Username = email }, Token);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _edge.Dispose();
        await _app.DisposeAsync();
        await _account.DisposeAsync();
        await _log.DisposeAsync();
    }
}

/// <summary>What the API answered.</summary>
internal sealed record EmulatedReply(int Status, JsonNode Body, TimeSpan? RetryAfter)
{
    public string Message => (string)Body["message"]!;
}
