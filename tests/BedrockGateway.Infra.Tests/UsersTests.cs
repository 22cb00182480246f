using System.Text.Json.Nodes;

namespace BedrockGateway.Infra.Tests;

/// <summary>What becomes of users, and how long their tokens hold.</summary>
public sealed class UsersTests
{
    private const string PoolId = "eu-west-1_aB3dE5gH7";

    private static readonly JsonObject Adopting =
        SynthesizedStack.Template(new() { UserPoolId = PoolId, OrganizationDomain = "example.com" });

    [Fact]
    public void Pool_IsProtectedAndStaysUnlessToldOtherwise()
    {
        var kept = SynthesizedStack.Default.Only("AWS::Cognito::UserPool");
        var dropped = SynthesizedStack.Everything.Only("AWS::Cognito::UserPool");

        Assert.Equal(
            ("ACTIVE", "Retain", "Retain"),
            ((string?)kept["Properties"]!["DeletionProtection"], (string?)kept["DeletionPolicy"],
                (string?)kept["UpdateReplacePolicy"]));
        Assert.Equal(
            ("INACTIVE", "Delete", "Delete"),
            ((string?)dropped["Properties"]!["DeletionProtection"], (string?)dropped["DeletionPolicy"],
                (string?)dropped["UpdateReplacePolicy"]));
    }

    [Fact]
    public void Pool_OffersAuthenticatorAppsAndAsksForNone()
    {
        var pool = SynthesizedStack.Default.Only("AWS::Cognito::UserPool")["Properties"]!;

        Assert.Equal("OPTIONAL", (string?)pool["MfaConfiguration"]);
        JsonAssert.Equal("""["SOFTWARE_TOKEN_MFA"]""", pool["EnabledMfas"]);
    }

    [Fact]
    public void ClosedAccountsAndAdministrators_HaveAGroupInEveryPool()
    {
        Assert.Equal(
            [
                """{"GroupName":"admins","UserPoolId":{"Ref":"UsersPoolBFC35D3B"}}""",
                """{"GroupName":"closed","UserPoolId":{"Ref":"UsersPoolBFC35D3B"}}""",
            ],
            GroupsOf(SynthesizedStack.Default));
        Assert.Equal(
            [
                $$"""{"GroupName":"admins","UserPoolId":"{{PoolId}}"}""",
                $$"""{"GroupName":"closed","UserPoolId":"{{PoolId}}"}""",
            ],
            GroupsOf(Adopting));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void SelfSignUp_IsThePools(bool isOpen, bool byAdministratorsOnly)
    {
        var pool = SynthesizedStack.Template(new() { SelfSignUp = isOpen }).Only("AWS::Cognito::UserPool");

        Assert.Equal(
            byAdministratorsOnly, (bool)pool["Properties"]!["AdminCreateUserConfig"]!["AllowAdminCreateUserOnly"]!);
    }

    [Fact]
    public void FirstAdministrators_AreKnownToAccountsAlone()
    {
        var template = SynthesizedStack.Template(new() { AdminEmails = "ann@example.com,zoe@example.com" });

        Assert.Equal(
            ["ann@example.com,zoe@example.com"],
            template.Resources("AWS::Lambda::Function")
                .Select(function => (string?)function.Properties["Environment"]?["Variables"]?["ADMIN_EMAILS"])
                .OfType<string>());
        Assert.Empty(template.Resources("AWS::Cognito::UserPoolUser"));
    }

    private static IEnumerable<string> GroupsOf(JsonObject template) =>
        template.Resources("AWS::Cognito::UserPoolGroup")
            .Select(group => group.Properties.ToJsonString()).Order(StringComparer.Ordinal);

    [Theory]
    [InlineData(true, "custom:api_key email email_verified name", null)]
    [InlineData(false, "email email_verified name", "false")]
    public void KeyInToken_IsWhatTheClientMayRead(bool isIn, string readable, string? variable)
    {
        var template = SynthesizedStack.Template(new() { KeyInToken = isIn });
        var client = template.Only("AWS::Cognito::UserPoolClient")["Properties"]!;
        var function = Assert.Single(
            template.Resources("AWS::Lambda::Function"),
            function => (string?)function.Properties["FunctionName"] == "BedrockGateway-accounts");

        var attributes = client["ReadAttributes"]!.AsArray().Select(name => (string?)name);
        Assert.Equal(readable, string.Join(' ', attributes.Order(StringComparer.Ordinal)));
        Assert.Equal(variable, (string?)function.Properties["Environment"]!["Variables"]!["KEY_IN_TOKEN"]);
    }

    [Fact]
    public void AdoptedPool_IsReferredToAndGetsAClientOfTheSameId()
    {
        var client = Adopting.Resources("AWS::Cognito::UserPoolClient").Single();

        Assert.Empty(Adopting.Resources("AWS::Cognito::UserPool"));
        Assert.Equal(("UsersPoolClient39A19381", PoolId), (client.LogicalId, (string?)client.Properties["UserPoolId"]));
        JsonAssert.Equal($$"""{"Value":"{{PoolId}}"}""", Adopting["Outputs"]!["UserPoolId"]);
        JsonAssert.Equal(
            $$"""
            [{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":cognito-idp:",{"Ref":"AWS::Region"},":",
              {"Ref":"AWS::AccountId"},":userpool/{{PoolId}}"]]}]
            """,
            Adopting.Only("AWS::ApiGateway::Authorizer")["Properties"]!["ProviderARNs"]);
    }

    [Fact]
    public void AdoptedPool_MayCallTheTriggerThatItHas()
    {
        var permission = Assert.Single(
            Adopting.Resources("AWS::Lambda::Permission"),
            permission => (string?)permission.Properties["Principal"] == "cognito-idp.amazonaws.com").Properties;

        Assert.Contains($":userpool/{PoolId}", permission["SourceArn"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(
            "PreSignupTriggerFunction6D6FB59B", permission["FunctionName"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_HoldAsLongAsTold()
    {
        var template = SynthesizedStack.Template(
            new() { AccessTokenMinutes = 5, IdTokenMinutes = 30, RefreshTokenMinutes = 43_200 });
        var client = template.Only("AWS::Cognito::UserPoolClient")["Properties"]!;

        Assert.Equal(
            (5, 30, 43_200),
            ((int)client["AccessTokenValidity"]!, (int)client["IdTokenValidity"]!,
                (int)client["RefreshTokenValidity"]!));
        JsonAssert.Equal(
            """{"AccessToken":"minutes","IdToken":"minutes","RefreshToken":"minutes"}""", client["TokenValidityUnits"]);
    }

    [Fact]
    public void EmailFrom_SendsThroughItsDomainsIdentity() =>
        JsonAssert.Equal(
            """
            {"EmailSendingAccount":"DEVELOPER","From":"Gateway <gateway@example.com>",
             "SourceArn":{"Fn::Join":["",["arn:",{"Ref":"AWS::Partition"},":ses:",{"Ref":"AWS::Region"},":",
               {"Ref":"AWS::AccountId"},":identity/example.com"]]}}
            """,
            SynthesizedStack.Everything.Only("AWS::Cognito::UserPool")["Properties"]!["EmailConfiguration"]);

    [Fact]
    public void EmailIdentity_IsTakenAsGiven()
    {
        const string Identity = "arn:aws:ses:us-east-1:123456789012:identity/gateway@example.com";
        var template = SynthesizedStack.Template(
            new() { EmailFrom = "gateway@example.com", EmailIdentityArn = Identity });

        JsonAssert.Equal(
            $$"""{"EmailSendingAccount":"DEVELOPER","From":"gateway@example.com","SourceArn":"{{Identity}}"}""",
            template.Only("AWS::Cognito::UserPool")["Properties"]!["EmailConfiguration"]);
        Assert.Null(SynthesizedStack.Default.Only("AWS::Cognito::UserPool")["Properties"]!["EmailConfiguration"]);
    }
}
