namespace BedrockGateway.LocalAws.Tests.Clients;

public sealed class JavaScriptCloudFormationTests(LocalAwsFixture fixture, NodeClient node)
    : IClassFixture<LocalAwsFixture>, IClassFixture<NodeClient>
{
    [Fact]
    public async Task Stack_IsCreatedUpdatedAndDeletedByTheClient() => AssertJson.Equal(
        """
        {
          "unknown": {
            "name": "ValidationError",
            "message": "Stack with id conformance does not exist",
            "status": 400
          },
          "changes": [["Add", "First", "AWS::SSM::Parameter"], ["Add", "Second", "AWS::SSM::Parameter"]],
          "status": "CREATE_COMPLETE",
          "outputs": [["Region", "us-east-1"], ["SecondName", "/conformance/second"]],
          "firstEvent": "REVIEW_IN_PROGRESS",
          "lastEvent": ["conformance", "CREATE_COMPLETE"],
          "resources": [
            ["First", "/conformance/first", "CREATE_COMPLETE"],
            ["Second", "/conformance/second", "CREATE_COMPLETE"]
          ],
          "listed": ["First", "Second"],
          "created": "one",
          "original": true,
          "updated": "two",
          "unchanged": { "name": "ValidationError", "message": "No updates are to be performed.", "status": 400 },
          "deleted": "DELETE_COMPLETE",
          "goneParameter": "ParameterNotFound",
          "validated": ["Prefix"],
          "circular": {
            "name": "ValidationError",
            "message": "Circular dependency between resources: [A, B]",
            "status": 400
          },
          "unknownType": {
            "name": "ValidationError",
            "message": "Template format error: Unrecognized resource types: [AWS::No::Such]",
            "status": 400
          }
        }
        """,
        await node.RunAsync("cloudformation", fixture.Aws));
}
