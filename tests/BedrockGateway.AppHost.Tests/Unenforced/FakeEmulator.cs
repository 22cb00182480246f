using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.AppHost.Tests.Unenforced;

/// <summary>An emulator with a user pool and a usage plan, which may lack a thing or two.</summary>
internal sealed class FakeEmulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeEmulator(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Operations that it does not know, with what it answers to them.</summary>
    public Dictionary<string, (int Status, string Code)> Refused { get; } = [];

    /// <summary>Addresses of the users.</summary>
    public HashSet<string> Users { get; } = [];

    /// <summary>Whether it asks the function of the pool before it takes a user.</summary>
    public bool AsksPreSignup { get; set; } = true;

    /// <summary>Who issues its tokens.</summary>
    public string Issuer { get; set; } = "https://cognito-idp.us-east-1.amazonaws.com/pool";

    /// <summary>How long it takes for a registration.</summary>
    public TimeSpan SignUpTakes { get; set; }

    public static async Task<FakeEmulator> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var emulator = new FakeEmulator(app);
        app.MapGet("/_localstack/health", () => emulator.Answer(
            "Health", """{"services":{},"edition":"community","version":"4.14.0"}"""));
        app.MapGet("/pool/.well-known/jwks.json", () => emulator.Answer("Jwks", """{"keys":[{"kid":"1"}]}"""));
        app.MapGet("/pool/.well-known/openid-configuration", () => emulator.Answer(
            "Discovery", new JsonObject { ["issuer"] = emulator.Issuer }.ToJsonString()));
        app.MapGet("/usageplans/plan/keys", () => emulator.Answer("GetUsagePlanKeys", """{"item":[]}"""));
        app.MapGet("/apikeys", () => emulator.Answer("GetApiKeys", """{"item":[]}"""));
        app.MapGet("/usageplans/plan/usage", () => emulator.Answer("GetUsage", """{"values":{}}"""));
        app.MapPost("/", (Delegate)emulator.CognitoAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return emulator;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> CognitoAsync(HttpContext http)
    {
        var operation = http.Request.Headers["X-Amz-Target"].ToString().Split('.')[^1];
        var request = await JsonNode.ParseAsync(http.Request.Body, cancellationToken: http.RequestAborted);
        var user = (string)request!["Username"]!;
        if (operation == "AdminDeleteUser")
        {
            return Users.Remove(user) ? Answer(operation, "{}") : Fault(400, "UserNotFoundException", "No such user.");
        }

        await Task.Delay(SignUpTakes, http.RequestAborted);
        if (AsksPreSignup)
        {
            return Fault(
                400,
                "UserLambdaValidationException",
                "PreSignUp failed with error Cannot register user as email is not part of domain: example.com.");
        }

        Users.Add(user);
        return Answer(operation, """{"UserConfirmed":true,"UserSub":"1"}""");
    }

    private IResult Answer(string operation, string json) => Refused.TryGetValue(operation, out var refusal)
        ? Fault(refusal.Status, refusal.Code, $"{operation} is not implemented.")
        : Results.Text(json, "application/json");

    private static IResult Fault(int status, string code, string message) => Results.Text(
        new JsonObject { ["__type"] = code, ["message"] = message }.ToJsonString(), "application/json", null, status);
}
