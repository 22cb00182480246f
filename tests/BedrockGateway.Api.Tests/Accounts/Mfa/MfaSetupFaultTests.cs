using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.LocalAws.Cognito.Mfa;

namespace BedrockGateway.Api.Tests.Accounts.Mfa;

/// <summary>A login that insists on an authenticator app, whatever becomes of any of its calls.</summary>
public sealed class MfaSetupFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    public static TheoryData<string, string> Rows() => FaultTable.Rows(
        "cognito-idp:InitiateAuth",
        "cognito-idp:AssociateSoftwareToken",
        "cognito-idp:VerifySoftwareToken",
        "cognito-idp:RespondToAuthChallenge");

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Login_EndsWithTokens(string call, string kind)
    {
        await table.Gateway.CallCognitoAsync("SetUserPoolMfaConfig", new()
        {
            ["MfaConfiguration"] = "ON",
            ["SoftwareTokenMfaConfiguration"] = new JsonObject { ["Enabled"] = true },
        });
        var email = $"{Guid.NewGuid():N}@example.com";
        Assert.Equal(200, (await table.Gateway.RegisterAsync(email)).Status);
        await table.Gateway.ConfirmAsync(email);
        string? secret = null;

        var (first, second) = await table.RunAsync(call, kind, EnterAsync);

        var reply = second ?? first;
        Assert.True(reply.Body["IdToken"] is not null, reply.ToString());

        // Takes the steps that the login asks for. Once the app is set up, it asks for a code of it.
        async Task<EmulatedReply> EnterAsync()
        {
            var reply = await table.Gateway.LoginAsync(email);
            while (reply.Status == 200 && reply.Body["challenge"] is { } challenge)
            {
                var told = (string?)challenge["parameters"]!["secret"];
                secret = told ?? secret;
                reply = await AnswerAsync(email, challenge, told is not null || IsSetUp(challenge) ? secret : null);
            }

            return reply;
        }
    }

    private static bool IsSetUp(JsonNode challenge) => (string?)challenge["name"] is "SOFTWARE_TOKEN_MFA";

    private Task<EmulatedReply> AnswerAsync(string email, JsonNode challenge, string? secret)
    {
        var body = new JsonObject
        {
            ["email"] = email,
            ["challenge"] = (string)challenge["name"]!,
            ["session"] = (string)challenge["session"]!,
        };
        if (secret is not null)
        {
            // A code is good once, and the next one is taken as well.
            var now = TimeProvider.System.GetUtcNow();
            body["code"] = Totp.CodeAt(secret, IsSetUp(challenge) ? now.AddSeconds(30) : now);
        }

        return table.Gateway.SendAsync(HttpMethod.Post, "login/challenge", body);
    }
}
