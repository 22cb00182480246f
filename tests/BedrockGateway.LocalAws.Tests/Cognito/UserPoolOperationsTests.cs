using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Cognito;

public sealed class UserPoolOperationsTests(CognitoEmulator cognito) : IClassFixture<CognitoEmulator>
{
    [Fact]
    public async Task PoolWithoutSettings_HasCognitosDefaults()
    {
        var created = await cognito.CallAsync("CreateUserPool", new JsonObject { ["PoolName"] = "plain" });
        var described = await cognito.CallAsync(
            "DescribeUserPool", new JsonObject { ["UserPoolId"] = (string)created.Body["UserPool"]!["Id"]! });

        var pool = described.Body["UserPool"]!;
        Assert.Equal("plain", (string?)pool["Name"]);
        Assert.Equal(
            """{"PasswordPolicy":{"MinimumLength":8,"RequireUppercase":true,"RequireLowercase":"""
            + """true,"RequireNumbers":true,"RequireSymbols":true,"TemporaryPasswordValidityDays":7}}""",
            pool["Policies"]!.ToJsonString());
        Assert.Equal(("INACTIVE", "OFF"), ((string?)pool["DeletionProtection"], (string?)pool["MfaConfiguration"]));
        Assert.Equal(CognitoEmulator.Start.ToUnixTimeSeconds(), (long)pool["CreationDate"]!);
        Assert.Equal(20, pool["SchemaAttributes"]!.AsArray().Count);
        Assert.True(JsonNode.DeepEquals(created.Body, described.Body));
    }

    [Fact]
    public async Task WhatHasNoEffect_IsKeptForTheDescription()
    {
        var pool = await cognito.CreatePoolAsync();

        var described = await cognito.CallAsync("DescribeUserPool", new JsonObject { ["UserPoolId"] = pool.PoolId });

        Assert.Equal("Verify your new account", (string?)described.Body["UserPool"]!["EmailVerificationSubject"]);
        Assert.StartsWith("gateway-Pool-", (string?)described.Body["UserPool"]!["Name"], StringComparison.Ordinal);
        Assert.Equal(
            """{"Name":"custom:api_key","AttributeDataType":"String","DeveloperOnlyAttribute":"""
            + """false,"Mutable":true,"Required":false}""",
            described.Body["UserPool"]!["SchemaAttributes"]!.AsArray()[^1]!.ToJsonString());
    }

    [Fact]
    public async Task Client_IsCreatedDescribedAndDeleted()
    {
        var pool = await cognito.CreatePoolAsync();
        var created = await cognito.CallAsync("CreateUserPoolClient", new JsonObject
        {
            ["UserPoolId"] = pool.PoolId,
            ["ClientName"] = "web",
            ["GenerateSecret"] = true,
            ["CallbackURLs"] = new JsonArray("https://example.com/"),
        });
        var client = created.Body["UserPoolClient"]!;
        var named = new JsonObject { ["UserPoolId"] = pool.PoolId, ["ClientId"] = (string)client["ClientId"]! };

        var described = await cognito.CallAsync("DescribeUserPoolClient", named);
        var deleted = await cognito.CallAsync("DeleteUserPoolClient", named);
        var again = await cognito.CallAsync("DeleteUserPoolClient", named);

        Assert.Matches("^[a-z0-9]{51}$", (string)client["ClientSecret"]!);
        Assert.Equal("""["https://example.com/"]""", client["CallbackURLs"]!.ToJsonString());
        Assert.True(JsonNode.DeepEquals(client, described.Body["UserPoolClient"]));
        Assert.Equal("{}", deleted.Body.ToJsonString());
        Assert.Equal(
            $"400 ResourceNotFoundException: User pool client {client["ClientId"]} does not exist.", again.Fault);
    }

    [Fact]
    public async Task Pools_AreListedInPagesAndDeleted()
    {
        await using var own = new CognitoEmulator();
        await own.InitializeAsync();
        string[] names = ["one", "two", "three"];
        foreach (var name in names)
        {
            await own.CallAsync("CreateUserPool", new JsonObject { ["PoolName"] = name });
            own.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await own.CallAsync("ListUserPools", new JsonObject { ["MaxResults"] = 2 });
        var second = await own.CallAsync(
            "ListUserPools", new JsonObject { ["MaxResults"] = 2, ["NextToken"] = first["NextToken"] });
        var id = (string)second.Body["UserPools"]![0]!["Id"]!;
        var deleted = await own.CallAsync("DeleteUserPool", new JsonObject { ["UserPoolId"] = id });
        var left = await own.CallAsync("ListUserPools", new JsonObject { ["MaxResults"] = 60 });
        var none = await own.CallAsync("ListUserPools", new JsonObject());

        Assert.Equal(["one", "two"], Names(first));
        Assert.Equal(["three"], Names(second));
        Assert.Null(second.Body["NextToken"]);
        Assert.Equal(HttpStatusCode.OK, deleted.Status);
        Assert.Equal(["one", "two"], Names(left));
        Assert.Equal(
            "400 InvalidParameterException: 1 validation error detected: Value '0' at 'maxResults' failed to "
            + "satisfy constraint: "
            + "Member must have value greater than or equal to 1",
            none.Fault);
    }

    private static IEnumerable<string?> Names(WireReply reply) =>
        reply.Body["UserPools"]!.AsArray().Select(pool => (string?)pool!["Name"]);
}
