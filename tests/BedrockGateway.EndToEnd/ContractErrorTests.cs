using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>What the API itself and the services behind it refuse, to the letter.</summary>
public sealed class ContractErrorTests(TestedGateway gateway)
{
    private const string Missing = "Missing required parameters.";

    [Theory]
    [InlineData("register", """{"password":"Passw0rd!","fullname":"Ada Lovelace"}""")]
    [InlineData("register", """{"email":"","password":"Passw0rd!","fullname":"Ada Lovelace"}""")]
    [InlineData("register", """{"email":"ada@example.com","password":1234567890,"fullname":"Ada Lovelace"}""")]
    [InlineData("register", """{"email":"ada@example.com","password":"Passw0rd!","fullname":"A"}""")]
    [InlineData("register", "{}")]
    [InlineData("login", """{"email":"ada@example.com"}""")]
    [InlineData("login", """{"email":"ada@example.com","password":null}""")]
    public async Task AccountWithoutAField_IsUnprocessable(string route, string body) =>
        Assert.Equal(GatewayReply.Failure(422, Missing), (await gateway.Client.PostAsync(route, body)).Whole);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"modelId":"amazon.titan-text-express-v1"}""")]
    [InlineData("""{"modelId":"amazon.titan-text-express-v1","inferenceParameters":{}}""")]
    [InlineData("""{"modelId":"","inferenceParameters":{"inputText":"Hello"}}""")]
    [InlineData("""{"inferenceParameters":{"inputText":"Hello"}}""")]
    public async Task InvocationWithoutAField_IsUnprocessable(string body)
    {
        var member = await gateway.People.SomebodyAsync();

        var reply = await gateway.Client.PostAsync("bedrock", body, member.IdToken, member.Key);

        Assert.Equal(GatewayReply.Failure(422, Missing), reply.Whole);
    }

    [Theory]
    [InlineData("{", "The request body is not valid JSON.")]
    [InlineData("", "The request body is not valid JSON.")]
    [InlineData("[]", "The request body must be a JSON object.")]
    public async Task BodyThatIsNoObject_IsABadRequest(string body, string message)
    {
        var member = await gateway.People.SomebodyAsync();

        Assert.Equal(
            GatewayReply.Failure(400, message),
            (await gateway.Client.PostAsync("bedrock", body, member.IdToken, member.Key)).Whole);
        Assert.Equal(
            GatewayReply.Failure(400, message), (await gateway.Client.PostAsync("register", body)).Whole);
    }

    [Fact]
    public async Task UnknownModel_KeepsBedrocksOwnText()
    {
        var member = await gateway.People.SomebodyAsync();

        var reply = await gateway.Client.InvokeAsync(member, "amazon.absent-v1", """{"inputText":"Hello"}""");

        Assert.Equal(GatewayReply.Failure(400, "The provided model identifier is invalid."), reply.Whole);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task AnotherVerbOnBedrock_IsInvalid(string verb)
    {
        var member = await gateway.People.SomebodyAsync();

        var reply = await gateway.Client.SendAsync(
            new(verb), "bedrock", body: null, ("Authorization", member.IdToken), ("x-api-key", member.Key));

        Assert.Equal(GatewayReply.Failure(400, "Invalid method"), reply.Whole);
    }

    [Fact]
    public async Task SecondRegistration_SaysThatTheUserExists()
    {
        var member = await gateway.People.SomebodyAsync();

        var reply = await gateway.Client.RegisterAsync(member.Email.ToUpperInvariant(), "An0ther!Password");

        Assert.Equal(GatewayReply.Failure(400, "User already exists"), reply.Whole);
    }

    [Fact]
    public async Task AddressThatIsNone_KeepsCognitosOwnText()
    {
        var reply = await gateway.Client.RegisterAsync("ada.example.com", "Passw0rd!");

        Assert.Equal(GatewayReply.Failure(400, "Invalid email address format."), reply.Whole);
    }

    [Theory]
    [InlineData("Aa1!", "Password not long enough")]
    [InlineData("passw0rd!", "Password must have uppercase characters")]
    [InlineData("PASSW0RD!", "Password must have lowercase characters")]
    [InlineData("Password!", "Password must have numeric characters")]
    [InlineData("Passw0rdd", "Password must have symbol characters")]
    public async Task WeakPassword_KeepsCognitosOwnTextAndRegistersNobody(string password, string message)
    {
        var email = gateway.People.NewAddress();

        var reply = await gateway.Client.RegisterAsync(email, password);

        Assert.Equal(
            GatewayReply.Failure(400, $"Password did not conform with policy: {message}"), reply.Whole);
        await AssertNobodyAsync(email);
    }

    [Theory]
    [InlineData("outside.example.net")]
    [InlineData("sub.{0}")]
    [InlineData("{0}.example.net")]
    public async Task AddressOfAnotherDomain_IsRefusedByName(string pattern)
    {
        Assert.SkipWhen(gateway.Domain is null, "Addresses of all domains may register.");
        var other = pattern.Replace("{0}", gateway.Domain, StringComparison.Ordinal);
        var email = gateway.People.NewAddress("", other);

        var reply = await gateway.Client.RegisterAsync(email, "Passw0rd!");

        Assert.Equal(
            GatewayReply.Failure(
                400,
                "PreSignUp failed with error Cannot register user as email is not part of domain: "
                    + $"{gateway.Domain}."),
            reply.Whole);
        await AssertNobodyAsync(email);
    }

    [Fact]
    public async Task UnknownUser_DoesNotExist() => await AssertNobodyAsync(gateway.People.NewAddress());

    [Fact]
    public async Task WrongPassword_IsNotAuthorized()
    {
        var member = await gateway.People.SomebodyAsync();

        var reply = await gateway.Client.LoginAsync(member.Email, "Wr0ng!Password");

        Assert.Equal(GatewayReply.Failure(400, "Incorrect username or password."), reply.Whole);
    }

    private async Task AssertNobodyAsync(string email) =>
        Assert.Equal(
            GatewayReply.Failure(400, "User does not exist."),
            (await gateway.Client.LoginAsync(email, "Passw0rd!")).Whole);
}
