using Amazon.CloudFormation.Model;

namespace BedrockGateway.AppHost.Tests;

public sealed class ApiVariablesTests
{
    private static readonly Uri Endpoint = new("http://127.0.0.1:4566/");

    private static readonly List<Output> Outputs =
    [
        new() { OutputKey = "UserPoolId", OutputValue = "us-east-1_a" },
        new() { OutputKey = "StageName", OutputValue = "prod" },
        new() { OutputKey = "Plans", OutputValue = """{"default":{"id":"a1b2c3"}}""" },
    ];

    [Fact]
    public void File_HasTheOutputsAsTheApiReadsThemAndGoesWithTheRun()
    {
        var folder = Directory.CreateTempSubdirectory("bedrock-gateway-variables-");
        try
        {
            var path = Path.Combine(folder.FullName, ".local", "api.env");
            using (ApiVariables.Write(folder.FullName, Endpoint, Outputs))
            {
                Assert.Equal(
                    """
                    AWS_ENDPOINT_URL=http://127.0.0.1:4566
                    AWS__Resources__Plans='{"default":{"id":"a1b2c3"}}'
                    AWS__Resources__StageName=prod
                    AWS__Resources__UserPoolId=us-east-1_a

                    """.ReplaceLineEndings("\n"),
                    File.ReadAllText(path));
            }

            Assert.False(File.Exists(path));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
