using System.Net;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Resources;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class ResourceTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private UserPoolResource Pools => new(cognito.Store, cognito.Clock);

    private UserPoolClientResource Clients => new(cognito.Store);

    private UserPoolGroupResource Groups => new(cognito.Store, cognito.Clock);

    [Fact]
    public async Task Pool_HasTheReferencesOfCloudFormation()
    {
        var pool = (await cognito.CreatePoolAsync()).Pool;

        Assert.Matches("^eu-west-1_[0-9A-Za-z]{9}$", pool.PhysicalId);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["Arn"] = $"arn:aws:cognito-idp:eu-west-1:123456789012:userpool/{pool.PhysicalId}",
                ["ProviderName"] = $"cognito-idp.eu-west-1.amazonaws.com/{pool.PhysicalId}",
                ["ProviderURL"] = $"https://cognito-idp.eu-west-1.amazonaws.com/{pool.PhysicalId}",
                ["UserPoolId"] = pool.PhysicalId,
            },
            pool.Attributes);
        Assert.Empty(Pools.CreateOnlyProperties);
    }

    [Fact]
    public async Task PoolUpdate_KeepsUsersTokensAndIds()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var tokens = await pool.TokensAsync("someone@example.com");

        var updated = await UpdateAsync(pool, """
            {"Policies":{"PasswordPolicy":{"MinimumLength":"20"}},
             "AdminCreateUserConfig":{"AllowAdminCreateUserOnly":"false"},
             "Schema":[{"Mutable":true,"Name":"email","Required":true},{"Mutable":true,"Name":"name","Required":false},
                       {"AttributeDataType":"String","Mutable":true,"Name":"api_key"},{"Name":"team","Mutable":true}]}
            """);

        Assert.Equal(pool.PoolId, updated.PhysicalId);
        Assert.Equal(HttpStatusCode.OK, (await pool.RefreshAsync(tokens["RefreshToken"]!.ToString())).Status);
        Assert.Equal(
            "400 InvalidPasswordException: Password did not conform with policy: Password not long enough",
            (await pool.SignUpAsync("another@example.com")).Fault);
    }

    [Theory]
    [InlineData(
        """{"UsernameAttributes":["email"]}""",
        "Invalid request provided: Updates are not allowed for property - UsernameAttributes.")]
    [InlineData(
        """{"UsernameConfiguration":null}""",
        "Invalid request provided: Updates are not allowed for property - UsernameConfiguration.")]
    [InlineData(
        """{"Schema":[{"Mutable":true,"Name":"email","Required":true}]}""",
        "Existing schema attributes cannot be modified or deleted.")]
    public async Task PoolUpdateThatCognitoDoesNotMake_Fails(string changes, string message)
    {
        var pool = await cognito.CreatePoolAsync();

        var fault = await Assert.ThrowsAsync<AwsFault>(() => UpdateAsync(pool, changes));

        Assert.Equal(("InvalidParameterException", message), (fault.Code, fault.Message));
    }

    [Theory]
    [InlineData("""{"AliasAttributes":["email"]}""", "LocalAws does not emulate cognito-idp:AliasAttributes.")]
    [InlineData(
        """{"MfaConfiguration":"ON"}""",
        "SMS configuration and Auto verification for phone_number are required when MFA is required/optional")]
    [InlineData(
        """{"MfaConfiguration":"ON","SmsConfiguration":{}}""",
        "LocalAws does not emulate cognito-idp:EnabledMfas SMS_MFA.")]
    [InlineData(
        """{"MfaConfiguration":"OPTIONAL","EnabledMfas":["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]}""",
        "LocalAws does not emulate cognito-idp:EnabledMfas EMAIL_OTP.")]
    [InlineData(
        """{"MfaConfiguration":"MAYBE","EnabledMfas":["SOFTWARE_TOKEN_MFA"]}""",
        "1 validation error detected: Value 'MAYBE' at 'mfaConfiguration' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [OFF, ON, OPTIONAL]")]
    [InlineData(
        """{"LambdaConfig":{"CustomMessage":"arn"}}""",
        "LocalAws does not emulate cognito-idp:LambdaConfig.CustomMessage.")]
    [InlineData(
        """{"LambdaConfig":{"PreTokenGenerationConfig":{"LambdaVersion":"V2_0","LambdaArn":"arn"}}}""",
        "LocalAws does not emulate cognito-idp:PreTokenGenerationConfig V2_0.")]
    [InlineData(
        """{"Schema":[{"Name":"team","Required":true}]}""", "Required custom attributes are not supported currently.")]
    [InlineData(
        """{"Colour":"red"}""",
        "Properties validation failed for resource Pool with message:\n#: extraneous key [Colour] is not permitted")]
    [InlineData(
        """{"Policies":{"PasswordPolicy":{"MinimumLength":5}}}""",
        "1 validation error detected: Value '5' at 'policies.passwordPolicy.minimumLength' failed to satisfy "
        + "constraint: Member must have value greater than or equal to 6")]
    public async Task PoolThatCannotBe_FailsWithItsReason(string changes, string message)
    {
        var fault = await Assert.ThrowsAsync<AwsFault>(() => cognito.CreatePoolAsync(changes));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public async Task ProtectedPool_IsNotDeleted()
    {
        var pool = await cognito.CreatePoolAsync("""{"DeletionProtection":"ACTIVE"}""");

        var fault = await Assert.ThrowsAsync<AwsFault>(async () =>
            await Pools.DeleteAsync(pool.PoolId, [], TestContext.Current.CancellationToken));
        await UpdateAsync(pool, "{}");
        await Pools.DeleteAsync(pool.PoolId, [], TestContext.Current.CancellationToken);
        await Pools.DeleteAsync(pool.PoolId, [], TestContext.Current.CancellationToken);

        Assert.Equal(
            "The user pool cannot be deleted because deletion protection is activated. Deletion protection "
            + "must be inactivated first.",
            fault.Message);
        Assert.Equal(
            $"400 ResourceNotFoundException: User pool client {pool.ClientId} does not exist.",
            (await pool.SignInAsync("someone@example.com")).Fault);
    }

    [Fact]
    public async Task Client_IsUpdatedInPlaceAndReplacedForItsSecret()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var request = CognitoEmulator.Request("Client", CognitoEmulator.StackClient, """{"AccessTokenValidity":2}""");

        var updated = await Clients.UpdateAsync(
            request, pool.ClientId, [], TestContext.Current.CancellationToken);

        Assert.Matches("^[a-z0-9]{26}$", pool.ClientId);
        Assert.Equal(pool.ClientId, updated.PhysicalId);
        Assert.Equal(["ClientId", "Name"], updated.Attributes.Keys);
        Assert.Equal(7200, (int)(await pool.TokensAsync("someone@example.com"))["ExpiresIn"]!);
        Assert.Equal(new HashSet<string> { "GenerateSecret", "UserPoolId" }, Clients.CreateOnlyProperties);
        await Clients.DeleteAsync(pool.ClientId, [], TestContext.Current.CancellationToken);
        await Clients.DeleteAsync(pool.ClientId, [], TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("""{"RefreshTokenValidity":59}""", "Invalid range for token validity.")]
    [InlineData("""{"AccessTokenValidity":25}""", "Invalid range for token validity.")]
    [InlineData(
        """{"AuthSessionValidity":2}""",
        "1 validation error detected: Value '2' at 'authSessionValidity' failed to satisfy constraint: "
        + "Member must have value greater than or equal to 3")]
    [InlineData(
        """{"ReadAttributes":["custom:team"]}""",
        "Invalid read attributes specified while creating a client: custom:team")]
    [InlineData(
        """{"WriteAttributes":["custom:team"]}""",
        "Invalid write attributes specified while creating a client: custom:team")]
    [InlineData(
        """{"RefreshTokenRotation":{"Feature":"ENABLED"}}""",
        "LocalAws does not emulate cognito-idp:RefreshTokenRotation.")]
    [InlineData(
        """{"ExplicitAuthFlows":["ALLOW_REFRESH_TOKEN_AUTH","USER_PASSWORD_AUTH"]}""",
        "ExplicitAuthFlows cannot mix values with and without the ALLOW_ prefix.")]
    [InlineData(
        """{"PreventUserExistenceErrors":"MAYBE"}""",
        "1 validation error detected: Value 'MAYBE' at 'preventUserExistenceErrors' failed to satisfy "
        + "constraint: Member must satisfy enum value set: [LEGACY, ENABLED]")]
    [InlineData(
        """{"TokenValidityUnits":{"AccessToken":"weeks"},"AccessTokenValidity":1}""",
        "1 validation error detected: Value 'weeks' at 'tokenValidityUnits' failed to satisfy constraint: "
        + "Member must satisfy enum value set: [hours, minutes, seconds, days]")]
    public async Task ClientThatCannotBe_FailsWithItsReason(string changes, string message)
    {
        var fault = await Assert.ThrowsAsync<AwsFault>(() => cognito.CreatePoolAsync("{}", changes));

        Assert.Equal(message, fault.Message);
    }

    [Fact]
    public async Task Group_AppearsInTokensUntilItIsDeleted()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        var request = CognitoEmulator.Request(
            "Group", $$"""{"GroupName":"admins","UserPoolId":"{{pool.PoolId}}","Precedence":"1"}""");
        var membership = pool.Named("someone@example.com");
        membership["GroupName"] = "admins";

        var early = await cognito.CallAsync("AdminAddUserToGroup", membership);
        var group = await Groups.CreateAsync(request, TestContext.Current.CancellationToken);
        var joined = await cognito.CallAsync("AdminAddUserToGroup", membership);
        var inside = await GroupsClaimAsync(pool);
        await Groups.DeleteAsync(group.PhysicalId, request.Properties, TestContext.Current.CancellationToken);
        var outside = await GroupsClaimAsync(pool);

        Assert.Equal("400 ResourceNotFoundException: Group not found.", early.Fault);
        Assert.Equal("admins", group.PhysicalId);
        Assert.Equal("{}", joined.Body.ToJsonString());
        Assert.Equal("""["admins"]""", inside?.ToJsonString());
        Assert.Null(outside);
    }

    private async Task<JsonNode?> GroupsClaimAsync(TestPool pool)
    {
        var token = (await pool.TokensAsync("someone@example.com"))["AccessToken"]!.ToString();
        return cognito.Tokens.Verify([pool.Pool.Attributes["Arn"]], token).Claims!["cognito:groups"];
    }

    private Task<ResourceResult> UpdateAsync(TestPool pool, string changes) => Pools.UpdateAsync(
        CognitoEmulator.Request("Pool", CognitoEmulator.StackPool, changes),
        pool.PoolId,
        JsonNode.Parse(CognitoEmulator.StackPool)!.AsObject(),
        TestContext.Current.CancellationToken).AsTask();
}
