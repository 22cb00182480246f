using System.Net;
using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class OverviewTests(PageLab lab) : IClassFixture<PageLab>
{
    [Fact]
    public async Task Emulator_SaysWhereItIs()
    {
        var gateway = lab.Aws.Gateway.ToString().TrimEnd('/');

        AssertJson.Equal(
            $$"""
            {
              "endpoint": "{{lab.Aws.Endpoint.ToString().TrimEnd('/')}}", "gateway": "{{gateway}}",
              "region": "us-east-1", "accountId": "000000000000"
            }
            """,
            await lab.GetAsync("emulator"));
    }

    [Fact]
    public async Task Api_HasRoutesPlansAndKeysWithoutTheirValues()
    {
        await lab.SignUpAsync("api@example.com", confirm: true);
        await CallWithKeyAsync();

        var api = await lab.GetAsync("api");

        AssertJson.Equal(
            $$"""
            {
              "id": "{{lab.Outputs["ApiId"]}}", "name": "gateway", "stage": "prod",
              "url": "{{lab.Aws.Gateway}}prod/", "deploymentId": "{{api["apis"]![0]!["deploymentId"]}}",
              "deployedAt": "2026-04-15T10:00:00+00:00",
              "routes": [
                {
                  "verb": "POST", "path": "/bedrock", "authorizer": "people", "needsKey": true,
                  "function": "demo-models"
                },
                {
                  "verb": "POST", "path": "/register", "needsKey": false, "function": "demo-accounts",
                  "throttle": { "rateLimit": 5, "burstLimit": 10 }
                }
              ]
            }
            """,
            api["apis"]![0]);
        var key = api["keys"]![0]!;
        AssertJson.Equal(
            $$"""
            [{
              "id": "{{api["plans"]![0]!["id"]}}", "name": "standard", "stages": ["{{lab.Outputs["ApiId"]}}/prod"],
              "throttle": { "rateLimit": 10, "burstLimit": 20 }, "quotaLimit": 40, "quotaPeriod": "MONTH",
              "usage": [{ "keyId": "{{key["id"]}}", "keyName": "ada", "usedToday": 1, "remaining": 39 }]
            }]
            """,
            api["plans"]);
        AssertJson.Equal(
            $$"""
            {
              "id": "{{key["id"]}}", "name": "ada", "value": "••••••ABCD", "enabled": true,
              "createdAt": "2026-04-15T10:00:00+00:00"
            }
            """,
            key);
    }

    [Fact]
    public async Task Users_AreListedWithTheCodesThatWait()
    {
        await lab.SignUpAsync("user@example.com", confirm: false);
        var code = JsonNode.Parse(await lab.Http.GetStringAsync(
            new Uri("/_local/cognito/codes?email=user@example.com", UriKind.Relative),
            TestContext.Current.CancellationToken))![0]!["code"]!;

        var pool = (await lab.GetAsync("users"))[0]!;

        AssertJson.Equal(
            $$"""
            {
              "username": "user@example.com", "email": "user@example.com", "name": "Ada Lovelace",
              "status": "UNCONFIRMED", "createdAt": "2026-04-15T10:00:00+00:00", "groups": [],
              "code": "{{code}}", "codeExpiresAt": "2026-04-16T10:00:00+00:00"
            }
            """,
            pool["users"]!.AsArray().Single(user => (string?)user!["username"] == "user@example.com"));
        Assert.Equal(
            (lab.Outputs["PoolId"], "people", lab.Outputs["ClientId"], "gateway"),
            (
                (string?)pool["id"],
                (string?)pool["name"],
                (string?)pool["clients"]![0]!["id"],
                (string?)pool["clients"]![0]!["name"]));
        Assert.EndsWith(":function:demo-pre-signup", (string?)pool["preSignUp"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stack_HasOutputsResourcesAndItsHistory()
    {
        var listed = (await lab.GetAsync("stacks"))[0]!;

        var stack = await lab.GetAsync("stacks?name=demo");

        AssertJson.Equal(listed.ToJsonString(), stack["stack"]);
        Assert.Equal(
            ("demo", "CREATE_COMPLETE", 19),
            ((string?)listed["name"], (string?)listed["status"], (int?)listed["resources"]));
        AssertJson.Equal(
            $$"""{ "key": "ApiId", "value": "{{lab.Outputs["ApiId"]}}", "description": "Id of the API" }""",
            stack["outputs"]![0]);
        AssertJson.Equal(
            """
            {
              "logicalId": "Accounts", "type": "AWS::Lambda::Function", "physicalId": "demo-accounts",
              "status": "CREATE_COMPLETE"
            }
            """,
            stack["resources"]![0]);
        Assert.Equal(
            ("demo", "AWS::CloudFormation::Stack", "CREATE_COMPLETE"),
            (
                (string?)stack["events"]![0]!["logicalId"],
                (string?)stack["events"]![0]!["type"],
                (string?)stack["events"]![0]!["status"]));
        Assert.Equal("CREATE_IN_PROGRESS", (string?)stack["events"]!.AsArray()[^1]!["status"]);
    }

    [Fact]
    public async Task UnknownStack_IsNotFound()
    {
        using var response = await lab.Http.GetAsync(
            new Uri("/_local/data/stacks?name=absent", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal(
            """{"message":"Stack [absent] does not exist"}""",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task CallWithKeyAsync()
    {
        using var poller = await lab.PollAsync("demo-models");
        var call = BedrockAsync(await lab.SignInAsync("api@example.com"));
        var taken = await poller.NextAsync();
        await poller.RespondAsync(taken.Id, """{"statusCode":200}""");
        Assert.Equal(HttpStatusCode.OK, await call);
    }

    private async Task<HttpStatusCode> BedrockAsync(string idToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(lab.Aws.Gateway, "prod/bedrock"));
        request.Headers.TryAddWithoutValidation("Authorization", idToken);
        request.Headers.Add("x-api-key", "key-of-ada-0123456789-ABCD");
        using var response = await lab.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
