namespace BedrockGateway.LocalAws.Tests.Clients;

public sealed class JavaScriptApiGatewayTests(LocalAwsFixture fixture, NodeClient node)
    : IClassFixture<LocalAwsFixture>, IClassFixture<NodeClient>
{
    [Fact]
    public async Task KeysAndPlans_AreManagedByTheClient() => AssertJson.Equal(
        """
        {
          "key": { "id": true, "value": true, "name": "app-1", "enabled": true },
          "created": true,
          "paged": [2, 1],
          "plan": {
            "name": "plan",
            "throttle": { "burstLimit": 2, "rateLimit": 1 },
            "quota": { "limit": 25, "offset": 0, "period": "DAY" }
          },
          "member": { "id": true, "type": "API_KEY", "value": true, "name": "app-1" },
          "memberAgain": { "name": "ConflictException", "status": 409 },
          "members": [true],
          "oneMember": "app-1",
          "plansOfKey": [true],
          "updatedQuota": { "limit": 100, "offset": 0, "period": "DAY" },
          "usage": { "plan": true, "days": true },
          "disabled": false,
          "hidden": null,
          "shown": true,
          "removed": [202, 202, 202],
          "goneKey": { "name": "NotFoundException", "message": "Invalid API Key identifier specified", "status": 404 },
          "gonePlan": { "name": "NotFoundException", "message": "Invalid Usage Plan ID specified", "status": 404 }
        }
        """,
        await node.RunAsync("api-gateway", fixture.Aws));
}
