using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>A pool with a client, and the calls that most tests start with.</summary>
public sealed class TestPool
{
    private readonly CognitoEmulator _cognito;

    internal TestPool(CognitoEmulator cognito, ResourceResult pool, ResourceResult client)
    {
        _cognito = cognito;
        Pool = pool;
        Client = client;
    }

    public string PoolId => Pool.PhysicalId;

    public string ClientId => Client.PhysicalId;

    internal ResourceResult Pool { get; }

    internal ResourceResult Client { get; }

    internal JsonObject SignUpBody(string email, string password = CognitoEmulator.Password) => new()
    {
        [nameof(ClientId)] = ClientId,
        ["Username"] = email,
        ["Password"] = password,
        ["UserAttributes"] = new JsonArray(new JsonObject { ["Name"] = "email", ["Value"] = email }),
    };

    internal Task<WireReply> SignUpAsync(string email) => _cognito.CallAsync("SignUp", SignUpBody(email));

    /// <summary>Signs up and confirms.</summary>
    internal async Task<WireReply> AddUserAsync(string email)
    {
        var reply = await SignUpAsync(email);
        var confirmed = await _cognito.CallAsync("AdminConfirmSignUp", Named(email));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(HttpStatusCode.OK, confirmed.Status);
        return reply;
    }

    internal JsonObject Named(string username) => new() { ["UserPoolId"] = PoolId, ["Username"] = username };

    internal Task<WireReply> SignInAsync(string username, string password = CognitoEmulator.Password) =>
        InitiateAuthAsync("USER_PASSWORD_AUTH", new() { ["USERNAME"] = username, ["PASSWORD"] = password });

    internal async Task<JsonNode> TokensAsync(string username)
    {
        var reply = await SignInAsync(username);
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        return reply.Body["AuthenticationResult"]!;
    }

    internal Task<WireReply> RefreshAsync(string refreshToken) =>
        InitiateAuthAsync("REFRESH_TOKEN_AUTH", new() { ["REFRESH_TOKEN"] = refreshToken });

    internal Task<WireReply> InitiateAuthAsync(string flow, JsonObject parameters) =>
        _cognito.CallAsync("InitiateAuth", new JsonObject
        {
            ["AuthFlow"] = flow,
            [nameof(ClientId)] = ClientId,
            ["AuthParameters"] = parameters,
        });

    /// <summary>Signs up and confirms with the code, so that the address is verified.</summary>
    internal async Task<WireReply> AddVerifiedUserAsync(string email)
    {
        var reply = await SignUpAsync(email);
        var confirmed = await CallAsync("ConfirmSignUp", new()
        {
            ["Username"] = email,
            ["ConfirmationCode"] = await CodeAsync(email, "signUp"),
        });
        Assert.Equal(HttpStatusCode.OK, confirmed.Status);
        return reply;
    }

    /// <summary>The code that waits for a user, as the emulator's own endpoint tells it.</summary>
    internal async Task<string> CodeAsync(string email, string purpose)
    {
        var codes = await _cognito.GetAsync($"/_local/cognito/codes?email={email}");
        return Assert.Single(
            codes.Body.AsArray(),
            code => code!["userPoolId"]!.ToString() == PoolId && code["purpose"]!.ToString() == purpose)!
            ["code"]!.ToString();
    }

    /// <summary>A call that names the client.</summary>
    internal Task<WireReply> CallAsync(string operation, JsonObject body)
    {
        body[nameof(ClientId)] = ClientId;
        return _cognito.CallAsync(operation, body);
    }

    /// <summary>A call of an administrator about one user.</summary>
    internal Task<WireReply> AdminAsync(string operation, string username, string more = "{}")
    {
        var body = JsonNode.Parse(more)!.AsObject();
        body["UserPoolId"] = PoolId;
        body["Username"] = username;
        return _cognito.CallAsync(operation, body);
    }

    /// <summary>A call of a user who is signed in.</summary>
    internal Task<WireReply> OwnAsync(string operation, JsonNode tokens, string more = "{}")
    {
        var body = JsonNode.Parse(more)!.AsObject();
        body["AccessToken"] = tokens["AccessToken"]!.ToString();
        return _cognito.CallAsync(operation, body);
    }

    internal Task<WireReply> RespondAsync(string challenge, JsonNode? session, JsonObject responses) =>
        CallAsync("RespondToAuthChallenge", new()
        {
            ["ChallengeName"] = challenge,
            ["Session"] = session?.DeepClone(),
            ["ChallengeResponses"] = responses,
        });

    /// <summary>The user's attributes by name.</summary>
    internal async Task<Dictionary<string, string>> AttributesAsync(string username)
    {
        var user = await _cognito.CallAsync("AdminGetUser", Named(username));
        return user.Body["UserAttributes"]!.AsArray().ToDictionary(
            attribute => attribute!["Name"]!.ToString(), attribute => attribute!["Value"]!.ToString());
    }
}
