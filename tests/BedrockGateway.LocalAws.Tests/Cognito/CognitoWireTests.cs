using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class CognitoWireTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task Fault_HasAwsHeadersAndCors()
    {
        var reply = await cognito.CallAsync("SignUp", new JsonObject
        {
            ["ClientId"] = "unknown",
            ["Username"] = "someone@example.com",
            ["Password"] = CognitoEmulator.Password,
        });

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal(
            """{"__type":"ResourceNotFoundException","message":"User pool client unknown does not exist."}""",
            reply.Body.ToJsonString());
        Assert.Equal("ResourceNotFoundException:", reply.Headers["x-amzn-ErrorType"]);
        Assert.Equal("User pool client unknown does not exist.", reply.Headers["x-amzn-ErrorMessage"]);
        Assert.Equal("application/x-amz-json-1.1", reply.Headers["Content-Type"]);
        Assert.Equal("*", reply.Headers["Access-Control-Allow-Origin"]);
        Assert.Equal(
            "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date",
            reply.Headers["Access-Control-Expose-Headers"]);
    }

    [Fact]
    public async Task Preflight_AllowsWhatABrowserSends()
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, cognito.Endpoint);
        request.Headers.Add("Origin", "https://example.com");
        request.Headers.Add("Access-Control-Request-Method", "POST");
        request.Headers.Add("Access-Control-Request-Headers", "content-type,x-amz-target,x-amz-user-agent");

        using var response = await cognito.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("POST", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Equal(
            "content-type,x-amz-target,x-amz-user-agent",
            Assert.Single(response.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    [Fact]
    public async Task OperationThatIsNotEmulated_IsNamed()
    {
        var reply = await cognito.CallAsync("StartWebAuthnRegistration", new JsonObject());

        Assert.Equal(
            "501 NotImplemented: LocalAws does not emulate cognito-idp:StartWebAuthnRegistration.", reply.Fault);
    }

    [Fact]
    public async Task PasswordsAndTokens_NeverReachTheLog()
    {
        const string Canary = "Canary-Password-7";
        var pool = await cognito.CreatePoolAsync();
        await cognito.CallAsync("SignUp", pool.SignUpBody("canary@example.com", Canary));
        await cognito.CallAsync("SignUp", pool.SignUpBody("canary@example.com", Canary));
        await pool.SignInAsync("canary@example.com", Canary);
        await cognito.CallAsync("AdminConfirmSignUp", pool.Named("canary@example.com"));
        await pool.SignInAsync("canary@example.com", Canary + "wrong");
        var tokens = (await pool.SignInAsync("canary@example.com", Canary)).Body["AuthenticationResult"]!;
        await pool.RefreshAsync(tokens["RefreshToken"]!.ToString());

        var lines = cognito.Log.Lines.ToArray();

        Assert.Contains(lines, line => line.StartsWith("cognito-idp:InitiateAuth 200", StringComparison.Ordinal));
        Assert.All(
            tokens.AsObject().Where(token => token.Key.EndsWith("Token", StringComparison.Ordinal))
                .Select(token => token.Value!.ToString()).Append(Canary),
            secret => Assert.DoesNotContain(lines, line => line.Contains(secret, StringComparison.Ordinal)));
    }
}
