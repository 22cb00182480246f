using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class SignUpTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task NewAddress_IsUnconfirmedAndGetsACode()
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await pool.SignUpAsync("someone@example.com");

        var sub = reply["UserSub"];
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.Equal(
            """{"UserConfirmed":false,"CodeDeliveryDetails":"""
            + """{"Destination":"s***@e***","DeliveryMedium":"EMAIL","AttributeName":"email"}"""
            + $$""","UserSub":"{{sub}}"}""",
            reply.Body.ToJsonString());
        Assert.Matches(new Regex("^[0-9a-f]{8}-[0-9a-f]{4}-70[0-9a-f]{2}-[0-9a-f]{4}-[0-9a-f]{12}$"), sub);
    }

    [Fact]
    public async Task PoolThatVerifiesNothing_SendsNoCode()
    {
        var pool = await cognito.CreatePoolAsync("""{"AutoVerifiedAttributes":[]}""");

        var reply = await pool.SignUpAsync("someone@example.com");

        Assert.Equal($$"""{"UserConfirmed":false,"UserSub":"{{reply["UserSub"]}}"}""", reply.Body.ToJsonString());
    }

    [Fact]
    public async Task OfficialClient_ReadsReplyAndFault()
    {
        var pool = await cognito.CreatePoolAsync();
        using var client = cognito.Sdk();
        var request = new SignUpRequest
        {
            ClientId = pool.ClientId,
            Username = "someone@example.com",
            Password = CognitoEmulator.Password,
            UserAttributes =
            [
                new() { Name = "email", Value = "someone@example.com" }, new() { Name = "name", Value = "Some One" },
            ],
        };

        var first = await client.SignUpAsync(request, TestContext.Current.CancellationToken);
        var second = await Assert.ThrowsAsync<UsernameExistsException>(
            () => client.SignUpAsync(request, TestContext.Current.CancellationToken));

        Assert.False(first.UserConfirmed);
        Assert.Equal("s***@e***", first.CodeDeliveryDetails.Destination);
        Assert.Equal("User already exists", second.Message);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
    }

    [Theory]
    [InlineData("Username", "not-an-address", "InvalidParameterException: Invalid email address format.")]
    [InlineData("Username", "two@at@example.com", "InvalidParameterException: Invalid email address format.")]
    [InlineData("Username", "a@nodots", "InvalidParameterException: Invalid email address format.")]
    [InlineData("Username", "a@-bad.example", "InvalidParameterException: Invalid email address format.")]
    [InlineData("Username", "a@exämple.com", "InvalidParameterException: Invalid email address format.")]
    [InlineData(
        "Username",
        "a b@example.com",
        "InvalidParameterException: 1 validation error detected: Value at 'username' failed to satisfy "
        + "constraint: Member must satisfy regular expression pattern: [\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")]
    [InlineData(
        "Password", "Aa1!xyz",
        "InvalidPasswordException: Password did not conform with policy: Password not long enough")]
    [InlineData(
        "Password", "aa1!xyzz",
        "InvalidPasswordException: Password did not conform with policy: Password must have uppercase characters")]
    [InlineData(
        "Password", "AA1!XYZZ",
        "InvalidPasswordException: Password did not conform with policy: Password must have lowercase characters")]
    [InlineData(
        "Password", "Aab!xyzz",
        "InvalidPasswordException: Password did not conform with policy: Password must have numeric characters")]
    [InlineData(
        "Password", "Aab1xyzz",
        "InvalidPasswordException: Password did not conform with policy: Password must have symbol characters")]
    [InlineData(
        "Password",
        "With space 1!",
        "InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy "
        + "constraint: Member must satisfy regular expression pattern: [\\S]+")]
    [InlineData("ClientId", "unknown", "ResourceNotFoundException: User pool client unknown does not exist.")]
    [InlineData("SecretHash", "x", "NotAuthorizedException: Unable to verify secret hash for client {ClientId}")]
    [InlineData("custom:api_key", "k", "NotAuthorizedException: A client attempted to write unauthorized attribute")]
    [InlineData("email_verified", "true", "NotAuthorizedException: A client attempted to write unauthorized attribute")]
    [InlineData("family_name", "One", "NotAuthorizedException: A client attempted to write unauthorized attribute")]
    public async Task BadInput_FailsWithCognitosOwnText(string member, string value, string fault)
    {
        var pool = await cognito.CreatePoolAsync();
        var body = pool.SignUpBody(member == "Username" ? value : "someone@example.com");
        if (member is "Password" or "ClientId" or "SecretHash")
        {
            body[member] = value;
        }
        else if (member != "Username")
        {
            body["UserAttributes"]!.AsArray().Add(new JsonObject { ["Name"] = member, ["Value"] = value });
        }

        var reply = await cognito.CallAsync("SignUp", body);

        Assert.Equal($"400 {fault.Replace("{ClientId}", pool.ClientId, StringComparison.Ordinal)}", reply.Fault);
    }

    [Fact]
    public async Task NothingGiven_NamesEveryMissingMemberAtOnce()
    {
        var reply = await cognito.CallAsync("SignUp", new JsonObject());

        Assert.Equal(
            "400 InvalidParameterException: 3 validation errors detected: "
            + "Value at 'clientId' failed to satisfy constraint: Member must not be null; "
            + "Value at 'username' failed to satisfy constraint: Member must not be null; "
            + "Value at 'password' failed to satisfy constraint: Member must not be null",
            reply.Fault);
    }

    [Fact]
    public async Task RequiredAttributeLeftOut_IsNamed()
    {
        var pool = await cognito.CreatePoolAsync();
        var body = pool.SignUpBody("someone@example.com");
        body.Remove("UserAttributes");

        var reply = await cognito.CallAsync("SignUp", body);

        Assert.Equal(
            "400 InvalidParameterException: Attributes did not conform to the schema: email: The attribute is "
            + "required\n",
            reply.Fault);
    }

    [Fact]
    public async Task AttributeThePoolLacks_IsNamed()
    {
        var pool = await cognito.CreatePoolAsync(clientChanges: """{"WriteAttributes":null,"ReadAttributes":null}""");
        var body = pool.SignUpBody("someone@example.com");
        body["UserAttributes"]!.AsArray().Add(new JsonObject { ["Name"] = "custom:team", ["Value"] = "x" });

        var reply = await cognito.CallAsync("SignUp", body);

        Assert.Equal(
            "400 InvalidParameterException: Attributes did not conform to the schema: Type for attribute "
            + "{custom:team} could not be determined",
            reply.Fault);
    }

    [Theory]
    [InlineData("someone@example.com")]
    [InlineData("SomeOne@Example.COM")]
    public async Task AddressThatIsTaken_IsRefusedWhateverItsCase(string again)
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("someone@example.com");

        var reply = await pool.SignUpAsync(again);

        Assert.Equal("400 UsernameExistsException: User already exists", reply.Fault);
    }

    [Fact]
    public async Task CaseSensitivePool_TakesTheOtherCaseForAnotherUser()
    {
        var pool = await cognito.CreatePoolAsync("""{"UsernameConfiguration":{"CaseSensitive":true}}""");
        await pool.SignUpAsync("someone@example.com");

        var reply = await pool.SignUpAsync("Someone@example.com");

        Assert.Equal(HttpStatusCode.OK, reply.Status);
    }

    [Fact]
    public async Task ManyAtOnceWithOneAddress_ExactlyOneWins()
    {
        const int Callers = 12;
        var pool = await cognito.CreatePoolAsync();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, Callers).Select(_ => pool.SignUpAsync("someone@example.com")));

        var users = await cognito.CallAsync("ListUsers", new JsonObject { ["UserPoolId"] = pool.PoolId });
        var winner = Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.All(
            replies.Except([winner]),
            reply => Assert.Equal("400 UsernameExistsException: User already exists", reply.Fault));
        Assert.Single(users.Body["Users"]!.AsArray());
        Assert.Equal(winner["UserSub"], (await pool.AttributesAsync("someone@example.com"))["sub"]);
    }

    [Fact]
    public async Task PoolWithoutSelfSignUp_Refuses()
    {
        var pool = await cognito.CreatePoolAsync("""{"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true}}""");

        var reply = await pool.SignUpAsync("someone@example.com");

        Assert.Equal("400 NotAuthorizedException: SignUp is not permitted for this user pool", reply.Fault);
    }

    [Fact]
    public async Task PoolThatSignsInWithEmail_NamesUsersByTheirSub()
    {
        var pool = await cognito.CreatePoolAsync("""{"UsernameAttributes":["email"]}""");

        var reply = await pool.AddUserAsync("someone@example.com");
        var again = await pool.SignUpAsync("SOMEONE@example.com");
        var malformed = await pool.SignUpAsync("someone");
        var user = await cognito.CallAsync("AdminGetUser", pool.Named("someone@example.com"));

        Assert.Equal(reply["UserSub"], user["Username"]);
        Assert.Equal("400 UsernameExistsException: An account with the given email already exists.", again.Fault);
        Assert.Equal("400 InvalidParameterException: Username should be an email.", malformed.Fault);
    }
}
