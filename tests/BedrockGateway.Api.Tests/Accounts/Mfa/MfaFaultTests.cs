using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Clients;
using BedrockGateway.LocalAws.Cognito.Mfa;

namespace BedrockGateway.Api.Tests.Accounts.Mfa;

/// <summary>POST and DELETE /account/mfa, whatever becomes of any of their calls.</summary>
public sealed class MfaFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string Prefer = "cognito-idp:SetUserMFAPreference";

    public static TheoryData<string, string> On() =>
        FaultTable.Rows("cognito-idp:AssociateSoftwareToken", "cognito-idp:VerifySoftwareToken", Prefer);

    public static TheoryData<string, string> Off() => FaultTable.Rows("cognito-idp:InitiateAuth", Prefer);

    [Theory]
    [MemberData(nameof(On))]
    public async Task AppThatIsTurnedOn_IsAskedFor(string call, string kind)
    {
        var (email, login) = await EnterAsync();

        var (first, second) = await table.RunAsync(call, kind, () => TurnOnAsync(login));

        Assert.Equal("The authenticator app is on.", (second ?? first).Message);
        Assert.Equal(
            "SOFTWARE_TOKEN_MFA",
            (string?)(await table.Gateway.LoginAsync(email)).Body["challenge"]?["name"]);
    }

    [Theory]
    [MemberData(nameof(Off))]
    public async Task AppThatIsTurnedOff_IsNotAskedFor(string call, string kind)
    {
        var (email, login) = await EnterAsync();
        Assert.Equal(200, (await TurnOnAsync(login)).Status);

        var (first, second) = await table.RunAsync(call, kind, () => SendAsync(
            HttpMethod.Delete, login, new() { ["password"] = EmulatedGateway.Password }));

        Assert.Equal("The authenticator app is off.", (second ?? first).Message);
        Assert.NotNull((await table.Gateway.LoginAsync(email)).Body["IdToken"]);
    }

    private async Task<(string Email, JsonNode Login)> EnterAsync()
    {
        var (email, _) = await table.EnterAsync();
        return (email, (await table.Gateway.LoginAsync(email)).Body);
    }

    // Whoever is told of a failure begins anew, with another secret.
    private async Task<EmulatedReply> TurnOnAsync(JsonNode login)
    {
        var app = await SendAsync(HttpMethod.Post, login, []);
        return app.Status != 200 ? app : await SendAsync(HttpMethod.Post, login, new()
        {
            ["code"] = Totp.CodeAt((string)app.Body["data"]!["secret"]!, TimeProvider.System.GetUtcNow()),
        });
    }

    private Task<EmulatedReply> SendAsync(HttpMethod method, JsonNode login, JsonObject body)
    {
        body["accessToken"] = (string)login["AccessToken"]!;
        return table.Gateway.SendAsync(method, "account/mfa", body, (string)login["IdToken"]!);
    }
}
