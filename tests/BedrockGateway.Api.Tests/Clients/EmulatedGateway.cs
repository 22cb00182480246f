using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Logging;
using BedrockGateway.Infra.Accounts;
using BedrockGateway.LocalAws;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>The real API on a port of its own in front of LocalAws, through the SDK's clients.</summary>
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

    private ResourcesOptions Resources => _app.Services.GetRequiredService<IOptions<ResourcesOptions>>().Value;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="options">Of LocalAws.</param>
    /// <param name="maxErrorRetry">How often the SDK's clients repeat a call.</param>
    /// <param name="more">Settings of the API.</param>
    public static async Task<EmulatedGateway> StartAsync(
        LocalAwsOptions? options = null,
        int maxErrorRetry = EmulatedAccount.DefaultErrorRetry,
        params string[] more)
    {
        var account = await EmulatedAccount.StartAsync(Token, options, maxErrorRetry);
        var settings = await account.DeployAsync(Token);
        var log = new StringWriter();
        var app = GatewayApp.Create(
            [
                "--urls=http://127.0.0.1:0", "--PublicLimits:RatePerSecond=1000", "--PublicLimits:Burst=1000",
                "--Schedule:Minutes=0", .. settings, .. more,
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
        await ConfirmAsync(email);
        var login = await LoginAsync(email);
        Assert.Equal(200, login.Status);
        return (string)login.Body["IdToken"]!;
    }

    public Task<EmulatedReply> LoginAsync(string email, string password = Password) => SendAsync(
        HttpMethod.Post, "login", new JsonObject { ["email"] = email, ["password"] = password });

    /// <summary>Confirms a user and the address, as the trigger does with those of the organisation.</summary>
    public Task ConfirmAsync(string email) => _account.ConfirmAsync(_stack.UserPoolId, email, Token);

    /// <summary>Calls Cognito about the pool, as an operator does.</summary>
    public Task CallCognitoAsync(string operation, JsonObject body)
    {
        body["UserPoolId"] = _stack.UserPoolId;
        return _account.CallCognitoAsync(operation, body, Token);
    }

    /// <summary>What was mailed last, and has not been used.</summary>
    /// <param name="email">To whom.</param>
    /// <param name="purpose">As LocalAws names it, such as <c>signUp</c>.</param>
    public async Task<string> CodeAsync(string email, string purpose)
    {
        var codes = await _edge.GetFromJsonAsync<JsonArray>(
            new Uri($"_local/cognito/codes?email={Uri.EscapeDataString(email)}", UriKind.Relative), Token);
        return (string)codes!.Last(code => (string?)code!["purpose"] == purpose)!["code"]!;
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

    /// <summary>How many more calls the faults in force would apply to.</summary>
    public async Task<long> FaultsLeftAsync()
    {
        var faults = await _edge.GetFromJsonAsync<JsonObject>(new Uri("_local/faults", UriKind.Relative), Token);
        return faults!["rules"]!.AsArray().Sum(rule => (long)rule!["times"]!);
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

    /// <summary>What the schedule does when some time has gone by.</summary>
    /// <returns>200 when nothing failed.</returns>
    public async Task<EmulatedReply> LookAfterAsync(TimeSpan ahead)
    {
        var services = _app.Services;
        var clock = new ClockAhead(ahead);
        var upkeep = ActivatorUtilities.CreateInstance<Upkeep>(
            services,
            ActivatorUtilities.CreateInstance<KeySweep>(services, clock),
            ActivatorUtilities.CreateInstance<ClosedUsers>(services, clock),
            clock);
        try
        {
            var counts = await upkeep.RunAsync(Token);
            return new(counts.Failures == 0 ? 200 : 500, new JsonObject(), RetryAfter: null);
        }
        catch (Exception fault) when (fault is AmazonServiceException or HttpRequestException or IOException)
        {
            return new(502, new JsonObject(), RetryAfter: null);
        }
    }

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

    /// <summary>Tags a key as the API does, with ends and attempts.</summary>
    public async Task TagKeyAsync(string keyId, params (string Name, string Value)[] tags)
    {
        using var gateway = _account.ApiGateway();
        await gateway.TagKeyAsync(Resources, keyId, tags.ToDictionary(tag => tag.Name, tag => tag.Value), Token);
    }

    public async Task UntagKeyAsync(string keyId, params string[] names)
    {
        using var gateway = _account.ApiGateway();
        await gateway.UntagKeyAsync(Resources, keyId, [.. names], Token);
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

/// <summary>The system's clock, set forward.</summary>
internal sealed class ClockAhead(TimeSpan ahead) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
}

/// <summary>What the API answered.</summary>
internal sealed record EmulatedReply(int Status, JsonNode Body, TimeSpan? RetryAfter)
{
    /// <summary>Empty for tokens, which stand in the place of the text.</summary>
    public string Message => Body["message"] is JsonValue text ? (string)text! : "";
}
