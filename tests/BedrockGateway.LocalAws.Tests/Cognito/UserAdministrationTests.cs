using System.Net;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class UserAdministrationTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task User_IsDescribedByNameInAnyCaseAndBySub()
    {
        var pool = await cognito.CreatePoolAsync();
        var signedUp = await pool.SignUpAsync("someone@example.com");
        using var client = cognito.Sdk();

        var byName = await client.AdminGetUserAsync(
            new() { UserPoolId = pool.PoolId, Username = "Someone@Example.com" },
            TestContext.Current.CancellationToken);
        var bySub = await cognito.CallAsync("AdminGetUser", pool.Named(signedUp["UserSub"]));

        Assert.Equal("someone@example.com", byName.Username);
        Assert.Equal("UNCONFIRMED", byName.UserStatus.Value);
        Assert.True(byName.Enabled);
        Assert.Equal(CognitoEmulator.Start.UtcDateTime, byName.UserCreateDate!.Value.ToUniversalTime());
        Assert.Equal("someone@example.com", bySub["Username"]);
    }

    [Fact]
    public async Task Update_SetsChangesAndRemovesAttributes()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");

        await UpdateAsync(pool, ("custom:api_key", "k-1"), ("name", "Some One"), ("email_verified", "true"));
        var set = await pool.AttributesAsync("someone@example.com");
        await UpdateAsync(pool, ("custom:api_key", "k-2"), ("name", string.Empty), ("email", "new@example.com"));
        var changed = await pool.AttributesAsync("someone@example.com");

        Assert.Equal(("k-1", "Some One", "true"), (set["custom:api_key"], set["name"], set["email_verified"]));
        Assert.Equal(
            ("k-2", "new@example.com", "false"),
            (changed["custom:api_key"], changed["email"], changed["email_verified"]));
        Assert.DoesNotContain("name", changed.Keys);
    }

    [Theory]
    [InlineData("sub", "x", "Cannot modify the non-mutable attribute sub")]
    [InlineData("email", "x", "Invalid email address format.")]
    [InlineData("phone_number", "123", "Invalid phone number format.")]
    [InlineData(
        "custom:team", "x",
        "Attributes did not conform to the schema: Type for attribute {custom:team} could not be determined")]
    [InlineData("custom:fixed", "x", "Invalid user attributes: user.custom:fixed: Attribute cannot be updated.\n")]
    [InlineData(
        "custom:level", "9",
        "Attributes did not conform to the schema: custom:level: Number must be no greater than 5\n")]
    [InlineData(
        "custom:level", "high",
        "Attributes did not conform to the schema: custom:level: Invalid number value\n")]
    [InlineData(
        "custom:code", "abcd",
        "Attributes did not conform to the schema: custom:code: String must be no longer than 3 characters\n")]
    [InlineData(
        "email_verified", "yes",
        "Attributes did not conform to the schema: email_verified: Invalid boolean value\n")]
    public async Task UpdateAgainstTheSchema_IsRefused(string name, string value, string message)
    {
        var pool = await cognito.CreatePoolAsync("""
            {"Schema":[{"Name":"email","Required":true,"Mutable":true},{"Name":"fixed","AttributeDataType":"String"},
                       {"Name":"level","AttributeDataType":"Number","Mutable":true,
                        "NumberAttributeConstraints":{"MaxValue":"5"}},
                       {"Name":"code","AttributeDataType":"String","Mutable":true,
                        "StringAttributeConstraints":{"MaxLength":"3"}}]}
            """, """{"ReadAttributes":null}""");
        await pool.SignUpAsync("someone@example.com");

        var reply = await UpdateAsync(pool, (name, value));

        Assert.Equal($"400 InvalidParameterException: {message}", reply.Fault);
    }

    [Fact]
    public async Task DeletedUser_IsGoneAndTheAddressFree()
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.AddUserAsync("someone@example.com");
        using var client = cognito.Sdk();
        var request = new AdminDeleteUserRequest { UserPoolId = pool.PoolId, Username = "someone@example.com" };

        await client.AdminDeleteUserAsync(request, TestContext.Current.CancellationToken);
        var again = await Assert.ThrowsAsync<UserNotFoundException>(
            () => client.AdminDeleteUserAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal("User does not exist.", again.Message);
        Assert.Equal(HttpStatusCode.OK, (await pool.SignUpAsync("someone@example.com")).Status);
    }

    [Theory]
    [InlineData("AdminGetUser")]
    [InlineData("AdminConfirmSignUp")]
    [InlineData("AdminDeleteUser")]
    [InlineData("ListUsers")]
    public async Task UnknownOrMalformedPool_IsRefused(string operation)
    {
        var unknown = await cognito.CallAsync(
            operation, new JsonObject { ["UserPoolId"] = "eu-west-1_absent123", ["Username"] = "x" });
        var malformed = await cognito.CallAsync(
            operation, new JsonObject { ["UserPoolId"] = "YOUR POOL", ["Username"] = "x" });

        Assert.Equal("400 ResourceNotFoundException: User pool eu-west-1_absent123 does not exist.", unknown.Fault);
        Assert.Equal(
            "400 InvalidParameterException: 1 validation error detected: Value 'YOUR POOL' at 'userPoolId' "
            + "failed to satisfy "
            + @"constraint: Member must satisfy regular expression pattern: [\w-]+_[0-9a-zA-Z]+",
            malformed.Fault);
    }

    [Fact]
    public async Task Users_ComeInPagesInTheOrderOfTheirSignUp()
    {
        var pool = await cognito.CreatePoolAsync();
        string[] names = ["c@example.com", "a@example.com", "b@example.com", "d@example.org"];
        foreach (var name in names)
        {
            await pool.SignUpAsync(name);
        }

        using var client = cognito.Sdk();
        var request = new ListUsersRequest { UserPoolId = pool.PoolId, Limit = 3, AttributesToGet = ["email"] };
        var first = await client.ListUsersAsync(request, TestContext.Current.CancellationToken);
        request.PaginationToken = first.PaginationToken;
        var second = await client.ListUsersAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(names, first.Users.Concat(second.Users).Select(user => user.Username));
        Assert.All(first.Users, user => Assert.Equal("email", Assert.Single(user.Attributes).Name));
        Assert.Null(second.PaginationToken);
    }

    [Theory]
    [InlineData("email = \"a@example.com\"", "a@example.com")]
    [InlineData("email=\"A@EXAMPLE.com\"", "a@example.com")]
    [InlineData("username ^= \"b\"", "b@example.com")]
    [InlineData("name ^= \"O\\\"N\"", "b@example.com")]
    [InlineData("name = \"o\\\"neill\"", "")]
    [InlineData("cognito:user_status = \"CONFIRMED\"", "b@example.com")]
    [InlineData("status = \"Enabled\"", "a@example.com,b@example.com")]
    [InlineData("phone_number ^= \"+\"", "")]
    [InlineData("", "a@example.com,b@example.com")]
    public async Task Filter_FindsByOneAttribute(string filter, string found)
    {
        var pool = await cognito.CreatePoolAsync();
        await pool.SignUpAsync("a@example.com");
        await pool.AddUserAsync("b@example.com");
        await UpdateAsync(pool, "b@example.com", ("name", "O\"Neill"));

        var reply = await cognito.CallAsync(
            "ListUsers", new JsonObject { ["UserPoolId"] = pool.PoolId, ["Filter"] = filter });

        Assert.Equal(found, string.Join(',', reply.Body["Users"]!.AsArray().Select(user => user!["Username"])));
    }

    [Theory]
    [InlineData("Filter", "email", "Error while parsing filter")]
    [InlineData("Filter", "email = someone", "Error while parsing filter")]
    [InlineData("Filter", "custom:foo = \"x\"", "Invalid search attribute: custom:foo")]
    [InlineData("PaginationToken", "!", "Invalid pagination token given.")]
    [InlineData(
        "Limit",
        "61",
        "1 validation error detected: Value '61' at 'limit' failed to satisfy constraint: Member must have "
        + "value less than or equal to 60")]
    public async Task ListThatIsAskedWrong_IsRefused(string member, string value, string message)
    {
        var pool = await cognito.CreatePoolAsync();

        var reply = await cognito.CallAsync("ListUsers", new JsonObject
        {
            ["UserPoolId"] = pool.PoolId,
            [member] = member == "Limit" ? JsonNode.Parse(value) : value,
        });

        Assert.Equal($"400 InvalidParameterException: {message}", reply.Fault);
    }

    private Task<WireReply> UpdateAsync(TestPool pool, params (string Name, string Value)[] attributes) =>
        UpdateAsync(pool, "someone@example.com", attributes);

    private Task<WireReply> UpdateAsync(TestPool pool, string username, params (string Name, string Value)[] attributes)
    {
        var body = pool.Named(username);
        body["UserAttributes"] = new JsonArray(
            [.. attributes.Select(pair => new JsonObject { ["Name"] = pair.Name, ["Value"] = pair.Value })]);
        return cognito.CallAsync("AdminUpdateUserAttributes", body);
    }
}
