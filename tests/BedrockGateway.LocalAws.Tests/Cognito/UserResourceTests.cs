using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>Users and memberships that a template declares.</summary>
public sealed class UserResourceTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "admin@example.com";

    [Fact]
    public async Task UserAndMembership_AreMadeAndRemoved()
    {
        var pool = await cognito.CreatePoolAsync();
        var (users, memberships) = (Handler("AWS::Cognito::UserPoolUser"),
            Handler("AWS::Cognito::UserPoolUserToGroupAttachment"));
        var groups = Handler("AWS::Cognito::UserPoolGroup");
        var user = Request(pool, $$"""
            {"Username":"{{Email}}","DesiredDeliveryMediums":["EMAIL"],
             "UserAttributes":[{"Name":"email","Value":"{{Email}}"},{"Name":"email_verified","Value":"true"}]}
            """);
        var membership = Request(pool, $$"""{"GroupName":"admins","Username":"{{Email}}"}""");
        await groups.CreateAsync(
            Request(pool, """{"GroupName":"admins"}"""), TestContext.Current.CancellationToken);

        var made = await users.CreateAsync(user, TestContext.Current.CancellationToken);
        var joined = await memberships.CreateAsync(membership, TestContext.Current.CancellationToken);
        var during = await pool.AdminAsync("AdminListGroupsForUser", Email);
        var challenge = await pool.SignInAsync(Email, await pool.CodeAsync(Email, "temporaryPassword"));
        await memberships.DeleteAsync(
            joined.PhysicalId, membership.Properties, TestContext.Current.CancellationToken);
        var after = await pool.AdminAsync("AdminListGroupsForUser", Email);
        await users.DeleteAsync(made.PhysicalId, user.Properties, TestContext.Current.CancellationToken);
        await users.DeleteAsync(made.PhysicalId, user.Properties, TestContext.Current.CancellationToken);
        await memberships.DeleteAsync(
            joined.PhysicalId, membership.Properties, TestContext.Current.CancellationToken);

        Assert.Equal(Email, made.PhysicalId);
        Assert.Equal($"{pool.PoolId}|admins|{Email}", joined.PhysicalId);
        Assert.Equal("admins", during.Body["Groups"]![0]!["GroupName"]!.ToString());
        Assert.Equal("NEW_PASSWORD_REQUIRED", challenge["ChallengeName"]);
        Assert.Equal("""{"Groups":[]}""", after.Body.ToJsonString());
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.",
            (await pool.AdminAsync("AdminGetUser", Email)).Fault);
    }

    [Theory]
    [InlineData("AWS::Cognito::UserPoolUser", "{}", "User account already exists")]
    [InlineData(
        "AWS::Cognito::UserPoolUser",
        """{"Password":"x"}""",
        "Properties validation failed for resource Thing with message:\n#: extraneous key [Password] is not permitted")]
    [InlineData("AWS::Cognito::UserPoolUserToGroupAttachment", "{}", "#: required key [GroupName] not found")]
    [InlineData(
        "AWS::Cognito::UserPoolUserToGroupAttachment", """{"GroupName":"absent"}""", "Group not found.")]
    public async Task ResourceThatCannotBe_FailsWithItsReason(string type, string properties, string message)
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        var request = Request(pool, properties);
        request.Properties["Username"] = Email;

        var fault = await Assert.ThrowsAsync<AwsFault>(async () =>
            await Handler(type).CreateAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(message, fault.Message);
    }

    private static ResourceRequest Request(TestPool pool, string properties)
    {
        var request = CognitoEmulator.Request("Thing", properties);
        request.Properties["UserPoolId"] = pool.PoolId;
        return request;
    }

    private IResourceHandler Handler(string type) => cognito.Handler(type);
}
