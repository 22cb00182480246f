using System.Text.Json.Nodes;
using BedrockGateway.Api.Tests.Accounts;
using BedrockGateway.Api.Tests.Clients;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>How <c>ADMIN_EMAILS</c> makes administrators, whatever becomes of any of the calls.</summary>
/// <remarks>
/// Whoever is told of a failure makes the request again. Who is then no administrator has another code mailed to them
/// and resets the password with it, as the documentation says.
/// </remarks>
public sealed class PromotionFaultTests(FaultTable table) : IClassFixture<FaultTable>
{
    private const string NewPassword = "N3w-Passw0rd!";

    private static readonly string[] Entering =
    [
        "cognito-idp:AdminGetUser",
        "cognito-idp:AdminListGroupsForUser",
        "cognito-idp:AdminUserGlobalSignOut",
        "cognito-idp:AdminAddUserToGroup",
    ];

    public static TheoryData<string, string> Confirm() => FaultTable.Rows(["cognito-idp:ConfirmSignUp", .. Entering]);

    public static TheoryData<string, string> Reset() =>
        FaultTable.Rows(["cognito-idp:ForgotPassword", "cognito-idp:ConfirmForgotPassword", .. Entering]);

    public static TheoryData<string, string> FirstLogin() =>
        FaultTable.Rows(["cognito-idp:InitiateAuth", "cognito-idp:RespondToAuthChallenge", .. Entering]);

    [Theory]
    [MemberData(nameof(Confirm))]
    public async Task ConfirmedAddress_IsAnAdministrators(string call, string kind)
    {
        var email = table.NextAdministrator();
        Assert.Equal(200, (await table.Gateway.RegisterAsync(email)).Status);
        var code = await table.Gateway.CodeAsync(email, "signUp");

        await AssertEnteredAsync(email, call, kind, () => PostAsync(
            "confirm", new() { ["email"] = email, ["code"] = code }));
    }

    [Theory]
    [MemberData(nameof(Reset))]
    public async Task PasswordThatIsResetWithAMailedCode_IsAnAdministrators(string call, string kind)
    {
        var email = table.NextAdministrator();
        Assert.Equal(200, (await table.Gateway.RegisterAsync(email)).Status);
        await table.Gateway.ConfirmAsync(email);

        await AssertEnteredAsync(email, call, kind, () => ResetAsync(email));
    }

    [Theory]
    [MemberData(nameof(FirstLogin))]
    public async Task MailedPasswordThatIsReplaced_IsAnAdministrators(string call, string kind)
    {
        var email = table.NextAdministrator();
        await table.Gateway.CallCognitoAsync(
            "AdminCreateUser",
            new()
            {
                ["Username"] = email,
                ["DesiredDeliveryMediums"] = new JsonArray("EMAIL"),
                ["UserAttributes"] = new JsonArray(
                    new JsonObject { ["Name"] = "email", ["Value"] = email },
                    new JsonObject { ["Name"] = "email_verified", ["Value"] = "true" }),
            });
        var mailed = await table.Gateway.CodeAsync(email, "temporaryPassword");

        await AssertEnteredAsync(email, call, kind, () => EnterAsync(email, mailed));
    }

    private async Task AssertEnteredAsync(string email, string call, string kind, Func<Task<EmulatedReply>> send)
    {
        var first = await table.FailAsync(call, kind, send);
        if (Entering.Contains(call))
        {
            Assert.Equal(200, first.Status);
            Assert.True(await IsAdministratorAsync(email) || !FaultTable.Passes(kind), table.Gateway.Log);
        }
        else if (first.Status != 200)
        {
            await send();
        }

        if (!await IsAdministratorAsync(email))
        {
            var reset = await ResetAsync(email);
            Assert.True(reset.Status == 200, reset.ToString());
        }

        Assert.True(await IsAdministratorAsync(email), table.Gateway.Log);
        Assert.Empty(await table.Gateway.FindingsAsync());
    }

    private async Task<bool> IsAdministratorAsync(string email) =>
        (await table.Gateway.ReadAsync()).Users.Single(user => user.Username == email).IsAdministrator;

    private async Task<EmulatedReply> ResetAsync(string email)
    {
        var forgot = await PostAsync("password/forgot", new() { ["email"] = email });
        return forgot.Status != 200 ? forgot : await PostAsync("password/reset", new()
        {
            ["email"] = email,
            ["code"] = await table.Gateway.CodeAsync(email, "passwordReset"),
            ["newPassword"] = NewPassword,
        });
    }

    private async Task<EmulatedReply> EnterAsync(string email, string mailed)
    {
        var login = await table.Gateway.LoginAsync(email, mailed);
        return login.Status != 200 ? login : await PostAsync("login/challenge", new()
        {
            ["email"] = email,
            ["challenge"] = "NEW_PASSWORD_REQUIRED",
            ["session"] = (string)login.Body["challenge"]!["session"]!,
            ["newPassword"] = NewPassword,
        });
    }

    private Task<EmulatedReply> PostAsync(string path, JsonObject body) =>
        table.Gateway.SendAsync(HttpMethod.Post, path, body);
}
