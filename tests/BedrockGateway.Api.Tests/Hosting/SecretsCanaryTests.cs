using System.Net;
using Amazon.Runtime;
using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Telemetry;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>Sends unique secrets through every route, in success and failure, and searches all output.</summary>
public sealed class SecretsCanaryTests
{
    private const string Password = "canary-Passw0rd-71c9";
    private const string Prompt = "canary-prompt-5d02";
    private const string Completion = "canary-completion-88ab";
    private const string Query = "canary-query-19fe";
    private const string WrongKey = "canary-wrong-key-44d1-aaaaaaaa";
    private const string Quoted = "canary-quoted-by-an-exception-03be";

    private static readonly string[] Operations =
    [
        "SignUp", "InitiateAuth", "InvokeModel", "ConfirmSignUp", "ResendConfirmationCode", "RespondToAuthChallenge",
        "RevokeToken", "ForgotPassword", "ConfirmForgotPassword", "ChangePassword", "AdminGetUser", "GetUsage",
    ];

    [Theory]
    [InlineData("")]
    [InlineData("--Logging:LogLevel:Default=Trace")]
    public async Task OutputAndTelemetry_HoldNoSecret(string setting)
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var gateway = await Gateway.StartAsync(settings:
        [
            .. collector.Settings,
            // Aspire sets these for functions while they are developed.
            "--OTEL_DOTNET_EXPERIMENTAL_OTLP_EMIT_EXCEPTION_LOG_ATTRIBUTES=true",
            "--OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION=true",
            "--OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION=true",
            .. setting.Length > 0 ? new[] { setting } : [],
        ]);
        gateway.Runtime.Reply = $$"""{"generation":"{{Completion}}"}""";
        var (token, key) = await gateway.EnterAsync();
        var access = gateway.Pool.AccessToken(gateway.Cognito.Users.Single().Subject, gateway.Clock);
        string[] bodies =
        [
            $$"""
            {"email":"ann@example.com","code":"{{Password}}","newPassword":"{{Password}}","oldPassword":"{{Password}}",
            "refreshToken":"{{Password}}","accessToken":"{{access}}","challenge":"SOFTWARE_TOKEN_MFA",
            "session":"{{Password}}"}
            """,
            $$"""{"email":"bob@example.com","password":"{{Password}}","fullname":"Bob"}""",
            $$"""{"email":"ann@example.com","password":"{{Password}}"}""",
            $$"""{"modelId":"meta.llama3","inferenceParameters":{"prompt":"{{Prompt}}"} }""",
            $$"""{"modelId":"{{Prompt}}?","inferenceParameters":{"prompt":"{{Prompt}}"} }""",
            $$"""{"password":"{{Password}}","prompt":"{{Prompt}}" """,
        ];

        foreach (var path in new[]
        {
            "/register", "/login", "/bedrock", "/unknown", "/confirm", "/confirm/resend", "/login/challenge",
            "/refresh", "/password/forgot", "/password/reset", "/password/change", "/logout",
        })
        {
            foreach (var body in bodies)
            {
                await SendAsync(gateway, path, token, key, body);
                await SendAsync(gateway, path, token, WrongKey, body);
                Array.ForEach(Operations, operation => gateway.Faults.Before(operation, Fault));
                await SendAsync(gateway, path, token, key, body);
            }
        }

        foreach (var path in new[] { "/account", "/account/usage" })
        {
            using var own = await gateway.SendAsync(HttpMethod.Get, path, token);
        }

        var (jwt, accessJwt) = (token.Split('.')[2], access.Split('.')[2]);
        string[] secrets =
            [Password, Prompt, Completion, Query, WrongKey, Quoted, jwt, accessJwt, key, "refresh-of-"];
        await UntilAllIsSentAsync(collector, gateway);
        var log = await gateway.StopAsync();
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
            Assert.DoesNotContain(secret, collector.Everything, StringComparison.Ordinal);
        }

        Assert.Contains("\"Route\":\"/bedrock\"", log, StringComparison.Ordinal);
    }

    // What is sent keeps its order, so a request of its own marks the end of all before it.
    private static async Task UntilAllIsSentAsync(OtlpCollector collector, Gateway gateway)
    {
        using var last = await gateway.SendAsync(HttpMethod.Get, "/last-of-all");
        await collector.UntilAsync(
            seen => seen.Spans.FirstOrDefault(span => span.Attributes.GetValueOrDefault("url.path") == "/last-of-all"));
        await collector.UntilAsync(seen => seen.Lines.FirstOrDefault(line => line.Text.Contains(
            last.Headers.GetValues("x-request-id").Single(), StringComparison.Ordinal)));
        await collector.UntilAsync(seen => seen.Points.FirstOrDefault(point =>
            point.Metric == "gen_ai.client.operation.duration"));
    }

    private static InvalidOperationException Fault() => new(Quoted, new AmazonServiceException(Quoted));

    private static async Task SendAsync(Gateway gateway, string path, string token, string key, string body)
    {
        using var reply = await gateway.PostAsync($"{path}?q={Query}", body, token, key);
        Assert.NotEqual(HttpStatusCode.NotFound, reply.StatusCode);
        gateway.Clock.Advance(TimeSpan.FromSeconds(1));
    }
}
