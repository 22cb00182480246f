using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class GroupTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    private const string Email = "someone@example.com";
    private const string NoGroup = "400 ResourceNotFoundException: Group not found.";

    [Fact]
    public async Task Group_IsCreatedDescribedChangedAndDeleted()
    {
        var pool = await cognito.CreatePoolAsync();
        var start = cognito.Clock.GetUtcNow().ToUnixTimeSeconds();

        var created = await GroupAsync(
            pool, "CreateGroup", "admins", """{"Description":"Those who may","Precedence":1}""");
        var twice = await GroupAsync(pool, "CreateGroup", "admins");
        cognito.Clock.Advance(TimeSpan.FromSeconds(9));
        var updated = await GroupAsync(pool, "UpdateGroup", "admins", """{"Precedence":2}""");
        var described = await GroupAsync(pool, "GetGroup", "admins");
        var deleted = await GroupAsync(pool, "DeleteGroup", "admins");

        Assert.Equal(
            $$$"""
            {"Group":{"GroupName":"admins","UserPoolId":"{{{pool.PoolId}}}","Description":"Those who may",
            "Precedence":1,"LastModifiedDate":{{{start}}},"CreationDate":{{{start}}}}}
            """.ReplaceLineEndings(""),
            created.Body.ToJsonString());
        Assert.Equal("400 GroupExistsException: A group with the name already exists.", twice.Fault);
        Assert.Equal(
            $$$"""
            {"Group":{"GroupName":"admins","UserPoolId":"{{{pool.PoolId}}}","Description":"Those who may",
            "Precedence":2,"LastModifiedDate":{{{start + 9}}},"CreationDate":{{{start}}}}}
            """.ReplaceLineEndings(""),
            updated.Body.ToJsonString());
        Assert.True(JsonNode.DeepEquals(updated.Body, described.Body));
        Assert.Equal("{}", deleted.Body.ToJsonString());
        Assert.All(
            [
                await GroupAsync(pool, "GetGroup", "admins"),
                await GroupAsync(pool, "UpdateGroup", "admins"),
                await GroupAsync(pool, "DeleteGroup", "admins"),
                await GroupAsync(pool, "ListUsersInGroup", "admins"),
            ],
            reply => Assert.Equal(NoGroup, reply.Fault));
    }

    [Fact]
    public async Task Groups_AreListedByNameInPages()
    {
        var pool = await cognito.CreatePoolAsync();
        foreach (var name in (string[])["c", "a", "b"])
        {
            await GroupAsync(pool, "CreateGroup", name);
        }

        var first = await GroupAsync(pool, "ListGroups", "-", """{"Limit":2}""");
        await GroupAsync(pool, "DeleteGroup", "b");
        var second = await GroupAsync(
            pool, "ListGroups", "-", $$"""{"Limit":2,"NextToken":"{{first["NextToken"]}}"}""");

        Assert.Equal(["a", "b"], Names(first));
        Assert.Equal(["c"], Names(second));
        Assert.Null(second.Body["NextToken"]);
        Assert.Equal(
            "400 InvalidParameterException: Invalid pagination token given.",
            (await GroupAsync(pool, "ListGroups", "-", """{"NextToken":"!"}""")).Fault);
    }

    [Fact]
    public async Task Members_AreListedInPagesUntilTheyLeave()
    {
        var pool = await cognito.CreatePoolAsync();
        await GroupAsync(pool, "CreateGroup", "team");
        string[] members = ["c@example.com", "a@example.com", "b@example.com"];
        foreach (var member in members)
        {
            await pool.SignUpAsync(member);
            await JoinAsync(pool, member, "team");
        }

        await pool.SignUpAsync("outsider@example.com");
        var first = await GroupAsync(pool, "ListUsersInGroup", "team", """{"Limit":2}""");
        var removed = await pool.AdminAsync(
            "AdminRemoveUserFromGroup", "a@example.com", """{"GroupName":"team"}""");
        var second = await GroupAsync(
            pool, "ListUsersInGroup", "team", $$"""{"Limit":2,"NextToken":"{{first["NextToken"]}}"}""");
        var again = await pool.AdminAsync(
            "AdminRemoveUserFromGroup", "a@example.com", """{"GroupName":"team"}""");

        Assert.Equal(["c@example.com", "a@example.com"], Users(first));
        Assert.Equal(["b@example.com"], Users(second));
        Assert.Null(second.Body["NextToken"]);
        Assert.Equal(("{}", HttpStatusCode.OK), (removed.Body.ToJsonString(), again.Status));
        Assert.Equal(
            ["c@example.com", "b@example.com"], Users(await GroupAsync(pool, "ListUsersInGroup", "team")));
        Assert.Equal(
            NoGroup,
            (await pool.AdminAsync("AdminRemoveUserFromGroup", Email, """{"GroupName":"absent"}""")).Fault);
        Assert.Equal(
            "400 UserNotFoundException: User does not exist.",
            (await pool.AdminAsync("AdminRemoveUserFromGroup", Email, """{"GroupName":"team"}""")).Fault);
    }

    [Fact]
    public async Task Tokens_NameGroupsByPrecedenceAndRolesInTheIdToken()
    {
        const string Role = "arn:aws:iam::123456789012:role/";
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync(Email);
        await GroupAsync(pool, "CreateGroup", "nobody");
        await GroupAsync(pool, "CreateGroup", "last", $$"""{"Precedence":7,"RoleArn":"{{Role}}reader"}""");
        await GroupAsync(pool, "CreateGroup", "first", $$"""{"Precedence":0,"RoleArn":"{{Role}}writer"}""");
        await GroupAsync(pool, "CreateGroup", "without");
        foreach (var group in (string[])["without", "last", "first"])
        {
            await JoinAsync(pool, Email, group);
            await JoinAsync(pool, Email, group);
        }

        var tokens = await pool.TokensAsync(Email);
        var (id, access) = (Claims(pool, tokens["IdToken"]), Claims(pool, tokens["AccessToken"]));

        Assert.Equal("""["first","last","without"]""", id["cognito:groups"]!.ToJsonString());
        Assert.Equal("""["first","last","without"]""", access["cognito:groups"]!.ToJsonString());
        Assert.Equal($"""["{Role}writer","{Role}reader"]""", id["cognito:roles"]!.ToJsonString());
        Assert.Equal($"{Role}writer", id["cognito:preferred_role"]!.ToString());
        Assert.Null(access["cognito:roles"]);
        Assert.Equal(["first", "last", "without"], Names(await pool.AdminAsync("AdminListGroupsForUser", Email)));
        await GroupAsync(pool, "CreateGroup", "rival", $$"""{"Precedence":0,"RoleArn":"{{Role}}rival"}""");
        await JoinAsync(pool, Email, "rival");
        Assert.Null(Claims(pool, (await pool.TokensAsync(Email))["IdToken"])["cognito:preferred_role"]);
    }

    [Theory]
    [InlineData(
        """{"Precedence":-1}""",
        "Value '-1' at 'precedence' failed to satisfy constraint: Member must have value greater than or equal to 0")]
    [InlineData(
        """{"RoleArn":"admin-of-everything!"}""",
        "Value 'admin-of-everything!' at 'roleArn' failed to satisfy constraint: Member must satisfy regular "
        + @"expression pattern: arn:[\w+=/,.@-]+:[\w+=/,.@-]+:([\w+=/,.@-]*)?:[0-9]+:[\w+=/,.@-]+"
        + @"(:[\w+=/,.@-]+)?(:[\w+=/,.@-]+)?")]
    public async Task GroupThatCannotBe_IsRefused(string more, string violation)
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await GroupAsync(pool, "CreateGroup", "admins", more);

        Assert.Equal(
            $"400 InvalidParameterException: 1 validation error detected: {violation}", reply.Fault);
    }

    private static IEnumerable<string> Names(WireReply reply) =>
        reply.Body["Groups"]!.AsArray().Select(group => group!["GroupName"]!.ToString());

    private static IEnumerable<string> Users(WireReply reply) =>
        reply.Body["Users"]!.AsArray().Select(user => user!["Username"]!.ToString());

    private static Task<WireReply> JoinAsync(TestPool pool, string username, string group) =>
        pool.AdminAsync("AdminAddUserToGroup", username, $$"""{"GroupName":"{{group}}"}""");

    private Task<WireReply> GroupAsync(TestPool pool, string operation, string name, string more = "{}")
    {
        var body = JsonNode.Parse(more)!.AsObject();
        body["UserPoolId"] = pool.PoolId;
        body["GroupName"] = name;
        return cognito.CallAsync(operation, body);
    }

    private JsonObject Claims(TestPool pool, JsonNode? token) =>
        cognito.Tokens.Verify([pool.Pool.Attributes["Arn"]], token!.ToString()).Claims!;
}
