using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.Api.Triggers;

namespace BedrockGateway.Api.Tests.Triggers;

/// <summary>Cognito's events of both triggers, and what goes back.</summary>
public sealed class TriggerTests
{
    [Theory]
    [InlineData(
        "PreSignUp_SignUp", true, """{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":true}""")]
    [InlineData(
        "PreSignUp_SignUp", false, """{"autoConfirmUser":false,"autoVerifyPhone":false,"autoVerifyEmail":false}""")]
    [InlineData(
        "PreSignUp_AdminCreateUser",
        true,
        """{"autoConfirmUser":true,"autoVerifyPhone":false,"autoVerifyEmail":true}""")]
    public void OwnAddress_RegistersWithOrWithoutTheMailedCode(string source, bool confirms, string response)
    {
        var answer = Handle(source, "Ann@example.com", "ann@example.com", confirms);

        Assert.Equal(response, answer.GetProperty("response").GetRawText());
        Assert.Equal("Ann@example.com", answer.GetProperty("userName").GetString());
    }

    [Theory]
    [InlineData("ann@evil.org", "ann@evil.org")]
    [InlineData("ann@evil.org", "ann@example.com")]
    [InlineData("ann@example.com", "ann@evil.org")]
    [InlineData("ann@example.com", null)]
    public void OtherAddress_DoesNotRegister(string userName, string? email)
    {
        var refused = Assert.Throws<RefusedException>(() => Handle("PreSignUp_SignUp", userName, email));

        Assert.Equal(
            "Cannot register user as email is not part of domain: example.com, *.example.org", refused.Message);
    }

    [Theory]
    [InlineData("TokenGeneration_Authentication")]
    [InlineData("TokenGeneration_NewPasswordChallenge")]
    [InlineData("TokenGeneration_RefreshTokens")]
    public void OwnAddress_GetsTokensAsTheyAre(string source)
    {
        var answer = Handle(source, "ann@eu.example.org", "Ann@eu.example.org");

        Assert.Equal("""{"claimsOverrideDetails":null}""", answer.GetProperty("response").GetRawText());
        Assert.Equal(
            """["admins"]""",
            answer.GetProperty("request").GetProperty("groupConfiguration").GetProperty("groupsToOverride")
                .GetRawText());
    }

    [Theory]
    [InlineData("ann@example.com", "ann@evil.org")]
    [InlineData("ann@example.com", "bob@example.com")]
    [InlineData("ann@formerly.example", "ann@formerly.example")]
    public void ChangedAddress_GetsNoTokens(string userName, string email)
    {
        var refused = Assert.Throws<RefusedException>(
            () => Handle("TokenGeneration_Authentication", userName, email));

        Assert.Equal(
            "Cannot log in as email is not the one that registered, or not part of domain: "
            + "example.com, *.example.org",
            refused.Message);
    }

    [Theory]
    [InlineData("PostConfirmation_ConfirmSignUp")]
    [InlineData("")]
    public void OtherTrigger_IsAMistakeOfTheStack(string source)
    {
        var failure = Assert.Throws<NotSupportedException>(
            () => Handle(source, "ann@example.com", "ann@example.com"));

        Assert.Equal($"This function is no trigger of the kind {source}.", failure.Message);
    }

    private static JsonElement Handle(string source, string userName, string? email, bool confirms = true)
    {
        Assert.True(DomainRule.TryParse("example.com,*.example.org", out var rule));
        var attributes = new JsonObject { ["sub"] = "5a7b" };
        if (email is not null)
        {
            attributes["email"] = email;
        }

        var response = source.StartsWith("PreSignUp", StringComparison.Ordinal)
            ? """{"autoConfirmUser":false,"autoVerifyEmail":false,"autoVerifyPhone":false}"""
            : """{"claimsOverrideDetails":null}""";
        return new TriggerRouter(rule, confirms).Handle(JsonElement.Parse($$$"""
            {"version":"1","region":"eu-west-1","userPoolId":"eu-west-1_X","userName":"{{{userName}}}",
             "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"client"},
             "triggerSource":"{{{source}}}",
             "request":{"userAttributes":{{{attributes.ToJsonString()}}},"validationData":null,
              "groupConfiguration":{"groupsToOverride":["admins"],"iamRolesToOverride":[],"preferredRole":null}},
             "response":{{{response}}}}
            """));
    }
}
