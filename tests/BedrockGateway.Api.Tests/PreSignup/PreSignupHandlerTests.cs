using System.Text;
using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Serialization.SystemTextJson;
using BedrockGateway.Api.PreSignup;

namespace BedrockGateway.Api.Tests.PreSignup;

public sealed class PreSignupHandlerTests
{
    [Theory]
    [InlineData("example.com", "ann@example.com")]
    [InlineData("@example.com", "ann@example.com")]
    [InlineData(" Example.COM ", "ann@example.com")]
    [InlineData("example.com", "Ann.Lee+tag@EXAMPLE.com")]
    public void AddressOfTheDomain_IsConfirmedAndVerified(string domain, string email)
    {
        var answer = Handle(domain, email, email);

        Assert.Equal(
            (true, true, false),
            (answer.Response.AutoConfirmUser, answer.Response.AutoVerifyEmail, answer.Response.AutoVerifyPhone));
    }

    [Fact]
    public void UserNameInOtherCase_IsTheSame() =>
        Assert.True(Handle("example.com", "ANN@example.com", "ann@Example.com").Response.AutoConfirmUser);

    [Theory]
    [InlineData("ann@example.com.evil.org")]
    [InlineData("ann@sub.example.com")]
    [InlineData("ann@evil.org@example.com")]
    [InlineData("\"ann@evil.org\"@example.com")]
    [InlineData("ann@evilexample.com")]
    [InlineData("ann@example.co")]
    [InlineData("ann@example.com.")]
    [InlineData("ann@exаmple.com")]
    [InlineData("ann@example.com\u200b")]
    [InlineData("ann@EXAMPLE.\u212aom")]
    [InlineData("ann@xn--exmple-4nf.com")]
    [InlineData("ann@@example.com")]
    [InlineData("@example.com")]
    [InlineData("example.com")]
    [InlineData("ann@")]
    [InlineData("")]
    [InlineData(" ann@example.com")]
    [InlineData("ann@example.com ")]
    [InlineData("ann@example.com\n")]
    [InlineData("ann@evil.org\0@example.com")]
    [InlineData("ann@evil.org, ann@example.com")]
    [InlineData("ann@evil.org\r\n<ann@example.com>")]
    [InlineData("<ann@example.com>")]
    [InlineData("änn@example.com")]
    public void OtherAddress_IsRefused(string email) => AssertRefused("example.com", email, email);

    [Theory]
    [InlineData("bob@example.com")]
    [InlineData("ann")]
    [InlineData("ann@evil.org")]
    [InlineData("")]
    public void UserNameThatDiffersFromTheAddress_IsRefused(string userName) =>
        AssertRefused("@example.com", userName, "ann@example.com");

    [Fact]
    public void NoAddress_IsRefused() => AssertRefused("example.com", "ann@example.com", null);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("@")]
    [InlineData("@@example.com")]
    [InlineData("exаmple.com")]
    [InlineData("example.com,example.org")]
    public void SettingThatIsNoDomain_IsRefused(string? setting) =>
        Assert.False(OrganizationDomain.TryParse(setting, out _));

    [Fact]
    public void CognitosEvent_ComesBackWithItsAnswer()
    {
        const string Event = """
            {"version":"1","region":"eu-west-1","userPoolId":"eu-west-1_X","userName":"ann@example.com",
            "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"client"},
            "triggerSource":"PreSignUp_SignUp",
            "request":{"userAttributes":{"email":"ann@example.com","name":"Ann"},"validationData":null},
            "response":{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}}
            """;
        var serializer = new SourceGeneratorLambdaJsonSerializer<PreSignupJsonContext>();
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(Event));
        using var output = new MemoryStream();

        var request = serializer.Deserialize<CognitoPreSignupEvent>(input);
        serializer.Serialize(Handler("example.com").Handle(request), output);

        using var json = System.Text.Json.JsonDocument.Parse(output.ToArray());
        Assert.Equal(
            """{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":true}""",
            json.RootElement.GetProperty("response").GetRawText());
        Assert.Equal("ann@example.com", json.RootElement.GetProperty("userName").GetString());
    }

    private static PreSignupHandler Handler(string setting)
    {
        Assert.True(OrganizationDomain.TryParse(setting, out var domain));
        return new(domain);
    }

    private static CognitoPreSignupEvent Handle(string setting, string userName, string? email)
    {
        var attributes = new Dictionary<string, string> { ["name"] = "Ann" };
        if (email is not null)
        {
            attributes["email"] = email;
        }

        return Handler(setting).Handle(new() { UserName = userName, Request = new() { UserAttributes = attributes } });
    }

    private static void AssertRefused(string setting, string userName, string? email)
    {
        var refused = Assert.Throws<RegistrationRefusedException>(() => Handle(setting, userName, email));

        Assert.Equal("Cannot register user as email is not part of domain: example.com", refused.Message);
    }
}
