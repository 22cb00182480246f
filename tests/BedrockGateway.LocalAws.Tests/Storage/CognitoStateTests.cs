using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Mfa;
using Microsoft.Data.Sqlite;

namespace BedrockGateway.LocalAws.Tests.Storage;

public sealed class CognitoStateTests
{
    private const string Service = "AWSCognitoIdentityProviderService";
    private const string Password = "Correct-Horse-9";

    [Fact]
    public async Task PoolWithUsersAndGroups_IsTheSameAfterARestart()
    {
        await using var lab = await KeptLab.StartAsync();
        var (pool, client) = await CreatePoolAsync(lab);
        await AddUserAsync(lab, pool, client, "ada@example.com");
        await CallAsync(lab, "CreateGroup", $$"""{"UserPoolId":"{{pool}}","GroupName":"admins","Precedence":3}""");
        await CallAsync(
            lab,
            "AdminAddUserToGroup",
            $$"""{"UserPoolId":"{{pool}}","Username":"ada@example.com","GroupName":"admins"}""");
        var before = await DescribeAsync(lab, pool, client);

        await lab.RestartAsync();

        Assert.Equal(before, await DescribeAsync(lab, pool, client));
        var tokens = await SignInAsync(lab, client, "ada@example.com");
        Assert.Equal("""["admins"]""", ClaimsOf(tokens, "IdToken")["cognito:groups"]!.ToJsonString());
    }

    [Fact]
    public async Task SignIn_GoesOnAfterARestart()
    {
        await using var lab = await KeptLab.StartAsync();
        var (pool, client) = await CreatePoolAsync(lab);
        await AddUserAsync(lab, pool, client, "ada@example.com");
        var tokens = await SignInAsync(lab, client, "ada@example.com");
        var keys = await lab.GetAsync($"/{pool}/.well-known/jwks.json");

        await lab.RestartAsync();

        var user = await CallAsync(lab, "GetUser", $$"""{"AccessToken":"{{tokens["AccessToken"]}}"}""");
        var refreshed = await CallAsync(lab, "InitiateAuth", Refresh(client, tokens));
        Assert.Equal(ClaimsOf(tokens, "IdToken")["sub"]!.ToString(), user["Username"]!.ToString());
        Assert.Equal(
            ClaimsOf(tokens, "IdToken")["origin_jti"]!.ToString(),
            ClaimsOf(refreshed["AuthenticationResult"]!, "IdToken")["origin_jti"]!.ToString());
        Assert.Equal(keys, await lab.GetAsync($"/{pool}/.well-known/jwks.json"));
    }

    [Fact]
    public async Task SignInThatWasRevoked_StaysRevoked()
    {
        await using var lab = await KeptLab.StartAsync();
        var (pool, client) = await CreatePoolAsync(lab);
        await AddUserAsync(lab, pool, client, "ada@example.com");
        var tokens = await SignInAsync(lab, client, "ada@example.com");
        await CallAsync(lab, "GlobalSignOut", $$"""{"AccessToken":"{{tokens["AccessToken"]}}"}""");

        await lab.RestartAsync();

        var (status, refused) = await lab.TryCallAsync($"{Service}.InitiateAuth", Refresh(client, tokens));
        Assert.Equal((HttpStatusCode.BadRequest, "Refresh Token has been revoked"), (status, $"{refused["message"]}"));
    }

    [Fact]
    public async Task CodeThatWasSent_ConfirmsAfterARestart()
    {
        await using var lab = await KeptLab.StartAsync();
        var (pool, client) = await CreatePoolAsync(lab);
        await CallAsync(lab, "SignUp", SignUp(client, "ada@example.com"));
        var codes = await lab.GetAsync("/_local/cognito/codes");

        await lab.RestartAsync();

        Assert.Equal(codes, await lab.GetAsync("/_local/cognito/codes"));
        var code = (string)JsonNode.Parse(codes)![0]!["code"]!;
        await CallAsync(
            lab,
            "ConfirmSignUp",
            $$"""{"ClientId":"{{client}}","Username":"ada@example.com","ConfirmationCode":"{{code}}"}""");
        var user = await CallAsync(
            lab, "AdminGetUser", $$"""{"UserPoolId":"{{pool}}","Username":"ada@example.com"}""");
        Assert.Equal("CONFIRMED", (string?)user["UserStatus"]);
    }

    [Fact]
    public async Task AuthenticatorApp_IsAskedForAfterARestart()
    {
        await using var lab = await KeptLab.StartAsync();
        var (pool, client) = await CreatePoolAsync(lab);
        await CallAsync(
            lab,
            "SetUserPoolMfaConfig",
            $$"""
            {"UserPoolId":"{{pool}}","MfaConfiguration":"OPTIONAL","SoftwareTokenMfaConfiguration":{"Enabled":true} }
            """);
        await AddUserAsync(lab, pool, client, "ada@example.com");
        var access = (await SignInAsync(lab, client, "ada@example.com"))["AccessToken"];
        var setup = await CallAsync(lab, "AssociateSoftwareToken", $$"""{"AccessToken":"{{access}}"}""");
        var secret = (string)setup["SecretCode"]!;
        await CallAsync(
            lab,
            "VerifySoftwareToken",
            $$"""{"AccessToken":"{{access}}","UserCode":"{{Totp.CodeAt(secret, Now)}}"}""");
        await CallAsync(
            lab,
            "SetUserMFAPreference",
            $$"""{"AccessToken":"{{access}}","SoftwareTokenMfaSettings":{"Enabled":true,"PreferredMfa":true} }""");

        await lab.RestartAsync();

        var challenge = await CallAsync(lab, "InitiateAuth", Login(client, "ada@example.com"));
        // The code of this half minute was used to set up; the next one is good already.
        var code = Totp.CodeAt(secret, Now + TimeSpan.FromSeconds(30));
        var answer = await CallAsync(
            lab,
            "RespondToAuthChallenge",
            $$"""
            {"ClientId":"{{client}}","ChallengeName":"{{challenge["ChallengeName"]}}",
             "Session":"{{challenge["Session"]}}",
             "ChallengeResponses":{"USERNAME":"ada@example.com","SOFTWARE_TOKEN_MFA_CODE":"{{code}}"} }
            """);
        Assert.Equal("SOFTWARE_TOKEN_MFA", (string?)challenge["ChallengeName"]);
        Assert.NotNull(answer["AuthenticationResult"]!["IdToken"]);
    }

    [Fact]
    public async Task PoolThatIsDeleted_LeavesNothing()
    {
        await using var lab = await KeptLab.StartAsync();
        var (pool, client) = await CreatePoolAsync(lab);
        await AddUserAsync(lab, pool, client, "ada@example.com");
        await CallAsync(lab, "CreateGroup", $$"""{"UserPoolId":"{{pool}}","GroupName":"admins"}""");
        await CallAsync(
            lab,
            "GlobalSignOut",
            $$"""{"AccessToken":"{{(await SignInAsync(lab, client, "ada@example.com"))["AccessToken"]}}"}""");

        await CallAsync(lab, "DeleteUserPool", $$"""{"UserPoolId":"{{pool}}"}""");

        await lab.EndAsync();
        Assert.DoesNotContain(KindsIn(lab.Folder), kind => kind.StartsWith("cognito", StringComparison.Ordinal));
    }

    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    private static List<string> KindsIn(string folder)
    {
        using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "state.db")};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT kind FROM state";
        using var reader = command.ExecuteReader();
        var kinds = new List<string>();
        while (reader.Read())
        {
            kinds.Add(reader.GetString(0));
        }

        return kinds;
    }

    private static Task<JsonNode> CallAsync(KeptLab lab, string operation, string body) =>
        lab.CallAsync($"{Service}.{operation}", body);

    private static async Task<(string PoolId, string ClientId)> CreatePoolAsync(KeptLab lab)
    {
        var pool = await CallAsync(
            lab,
            "CreateUserPool",
            """{"PoolName":"people","AutoVerifiedAttributes":["email"],"UsernameAttributes":["email"]}""");
        var id = (string)pool["UserPool"]!["Id"]!;
        var client = await CallAsync(
            lab,
            "CreateUserPoolClient",
            $$"""
            {"UserPoolId":"{{id}}","ClientName":"client","RefreshTokenValidity":2,
             "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}
            """);
        return (id, (string)client["UserPoolClient"]!["ClientId"]!);
    }

    private static string SignUp(string client, string email) =>
        $$"""
        {"ClientId":"{{client}}","Username":"{{email}}","Password":"{{Password}}",
         "UserAttributes":[{"Name":"email","Value":"{{email}}"},{"Name":"name","Value":"Ada"}]}
        """;

    private static async Task AddUserAsync(KeptLab lab, string pool, string client, string email)
    {
        await CallAsync(lab, "SignUp", SignUp(client, email));
        await CallAsync(lab, "AdminConfirmSignUp", $$"""{"UserPoolId":"{{pool}}","Username":"{{email}}"}""");
    }

    private static string Login(string client, string email) =>
        $$"""
        {"AuthFlow":"USER_PASSWORD_AUTH","ClientId":"{{client}}",
         "AuthParameters":{"USERNAME":"{{email}}","PASSWORD":"{{Password}}"} }
        """;

    private static async Task<JsonNode> SignInAsync(KeptLab lab, string client, string email) =>
        (await CallAsync(lab, "InitiateAuth", Login(client, email)))["AuthenticationResult"]!;

    private static string Refresh(string client, JsonNode tokens) =>
        $$"""
        {"AuthFlow":"REFRESH_TOKEN_AUTH","ClientId":"{{client}}",
         "AuthParameters":{"REFRESH_TOKEN":"{{tokens["RefreshToken"]}}"} }
        """;

    private static JsonNode ClaimsOf(JsonNode tokens, string token) => JsonNode.Parse(
        System.Buffers.Text.Base64Url.DecodeFromChars(tokens[token]!.ToString().Split('.')[1]))!;

    private static async Task<string[]> DescribeAsync(KeptLab lab, string pool, string client)
    {
        JsonNode[] described =
        [
            await CallAsync(lab, "DescribeUserPool", $$"""{"UserPoolId":"{{pool}}"}"""),
            await CallAsync(lab, "DescribeUserPoolClient", $$"""{"UserPoolId":"{{pool}}","ClientId":"{{client}}"}"""),
            await CallAsync(lab, "ListUsers", $$"""{"UserPoolId":"{{pool}}"}"""),
            await CallAsync(lab, "ListGroups", $$"""{"UserPoolId":"{{pool}}"}"""),
        ];
        return [.. described.Select(reply => reply.ToJsonString())];
    }
}
