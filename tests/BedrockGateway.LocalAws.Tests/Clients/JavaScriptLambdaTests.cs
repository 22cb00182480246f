namespace BedrockGateway.LocalAws.Tests.Clients;

public sealed class JavaScriptLambdaTests(LocalAwsFixture fixture, NodeClient node)
    : IClassFixture<LocalAwsFixture>, IClassFixture<NodeClient>
{
    [Fact]
    public async Task Function_IsInvokedByTheClientAndAnsweredByAPoller()
    {
        var runtimeApi = await fixture.Aws.OpenRuntimeApiAsync("greeter", TestContext.Current.CancellationToken);

        AssertJson.Equal(
            """
            {
              "greeted": [200, "$LATEST", null, { "greeting": "Hello Ada" }],
              "report": true,
              "failed": [200, "Unhandled", { "errorType": "Refused", "errorMessage": "no greeting", "stackTrace": [] }],
              "asynchronous": 202,
              "dry": 204,
              "configuration": ["greeter", "arn:aws:lambda:us-east-1:000000000000:function:greeter", 5, 128],
              "listed": ["greeter"],
              "absent": {
                "name": "ResourceNotFoundException",
                "message": "Function not found: arn:aws:lambda:us-east-1:000000000000:function:absent",
                "status": 404
              }
            }
            """,
            await node.RunAsync("lambda", fixture.Aws, ("RUNTIME_API", runtimeApi)));
    }

    [Fact]
    public async Task StreamedReply_ReachesTheClientWhileItIsMade()
    {
        var runtimeApi = await fixture.Aws.OpenRuntimeApiAsync("storyteller", TestContext.Current.CancellationToken);

        AssertJson.Equal(
            """
            {
              "told": [200, "$LATEST", "application/vnd.amazon.eventstream", ["once ", "upon a time"]],
              "complete": [null, null],
              "report": true,
              "failed": [
                ["once ", "upon a time"],
                "Unhandled",
                { "errorType": "Forgotten", "errorMessage": "no end" }
              ],
              "whole": "once upon a time",
              "dry": 204,
              "absent": {
                "name": "ResourceNotFoundException",
                "message": "Function not found: arn:aws:lambda:us-east-1:000000000000:function:absent",
                "status": 404
              }
            }
            """,
            await node.RunAsync("lambda-streams", fixture.Aws, ("RUNTIME_API", runtimeApi)));
    }
}
