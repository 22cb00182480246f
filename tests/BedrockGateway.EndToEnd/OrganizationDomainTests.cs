using System.Text.Json.Nodes;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Several domains, mailed codes in them, and replies that hide who has an account, in a local run.</summary>
public sealed class OrganizationDomainTests
{
    private const string Email = "ada@eu.example.org";
    private const string Password = "Passw0rd!";

    private const string Changed =
        "PreTokenGeneration failed with error Cannot log in as email is not the one that registered, or not part of "
        + "domain: example.com, *.example.org.";

    [Fact]
    public async Task OwnAddress_IsConfirmedByCodeAndCannotBeChangedForAnother()
    {
        await using var local = await OwnGateway.StartAsync(
            "--ORGANIZATION_DOMAIN=example.com,*.example.org",
            "--AUTO_CONFIRM_DOMAIN=false",
            "--PREVENT_USER_EXISTENCE_ERRORS=true");
        using var codes = new MailedCodes(local.Aws.Endpoint);
        using var cognito = new RawCognito(local.Aws.Endpoint, local.Outputs["UserPoolId"]);
        var client = local.Client;

        await RegisterAsync(client, codes);
        var tokens = (await client.LoginAsync(Email, Password)).Json;
        Assert.Equal(200, (int)(await client.GetAsync("bedrock", (string?)tokens["IdToken"], KeyOf(tokens))).Status);
        await cognito.CallAsync(
            "UpdateUserAttributes",
            ("AccessToken", (string)tokens["AccessToken"]!),
            ("UserAttributes", new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = "ada@evil.org" })));
        var login = await client.LoginAsync(Email, Password);
        var refresh = await client.PostAsync("refresh", $$"""{"refreshToken":"{{tokens["RefreshToken"]}}"}""");

        Assert.Equal(GatewayReply.Failure(400, Changed), login.Whole);
        Assert.Equal(GatewayReply.Failure(400, Changed), refresh.Whole);
    }

    private static async Task RegisterAsync(GatewayClient client, MailedCodes codes)
    {
        var stranger = await client.RegisterAsync("ada@example.org", Password);
        var registered = await client.RegisterAsync(Email, Password);
        var again = await client.RegisterAsync(Email, Password);
        var early = await client.LoginAsync(Email, Password);
        var confirmed = await client.PostAsync(
            "confirm", $$"""{"email":"{{Email}}","code":"{{await codes.OfAsync(Email)}}"}""");

        Assert.Equal(
            GatewayReply.Failure(
                400,
                "PreSignUp failed with error Cannot register user as email is not part of domain: "
                + "example.com, *.example.org."),
            stranger.Whole);
        Assert.Equal(
            (200, $$"""{"status":200,"success":true,"message":"Registration of {{Email}} received."}"""),
            registered.Whole);
        Assert.Equal(registered.Whole, again.Whole);
        Assert.Equal(GatewayReply.Failure(400, "User is not confirmed."), early.Whole);
        Assert.Equal(200, (int)confirmed.Status);
    }

    private static string? KeyOf(JsonNode tokens) =>
        (string?)TokenText.Claims((string)tokens["IdToken"]!)["custom:api_key"];
}
