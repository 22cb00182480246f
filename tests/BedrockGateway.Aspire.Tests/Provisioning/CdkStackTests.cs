using System.Text.Json.Nodes;
using Amazon.CDK;
using Amazon.CDK.AWS.Cognito;

namespace BedrockGateway.Aspire.Tests.Provisioning;

/// <summary>CDK stacks: needs Node.js, and some seconds for it.</summary>
public sealed class CdkStackTests
{
    [Fact]
    public async Task CdkStack_IsSynthesizedItsAssetsUploadedAndProvisioned()
    {
        await using var aws = await StubAws.StartAsync();
        // Whatever client is made from the environment goes to the stub; other tests bring their own client.
        System.Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", aws.Endpoint);
        System.Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", "test");
        System.Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", "test");
        using var cloudFormation = new FakeCloudFormation();
        var builder = TestApplication.CreateBuilder();
        var stack = builder.AddAWSCDKStack("stack", scope => new PoolStack(scope))
            .WithReference(cloudFormation)
            .WithReference(builder.AddAWSSDKConfig().WithRegion("us-east-1").WithSdkValidation(false));
        stack.Resource.StackPollingInterval = 0;
        stack.AddOutput("FromAppHost", pool => pool.Pool.AttrUserPoolId);
        builder.AddShell("reader", "echo never").WithReference(stack).WithExplicitStart();
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("stack", KnownResourceStates.Running);

        Assert.Equal("gateway", stack.Resource.StackName);
        var template = JsonNode.Parse(cloudFormation.LastChangeSet!.TemplateBody)!;
        Assert.Equal("AWS::Cognito::UserPool", (string?)template["Resources"]!["Pool"]!["Type"]);
        Assert.Equal("Pool", (string?)template["Outputs"]!["FromAppHost"]!["Value"]!["Fn::GetAtt"]![0]);
        var (path, content) = Assert.Single(aws.Objects);
        Assert.StartsWith("/cdk-hnb659fds-assets-000000000000-us-east-1/", path, StringComparison.Ordinal);
        Assert.Equal(cloudFormation.LastChangeSet.TemplateBody, System.Text.Encoding.UTF8.GetString(content));
    }

    private sealed class PoolStack : Stack
    {
        public PoolStack(Constructs.Construct scope)
            : base(scope, "Pools", new StackProps { StackName = "gateway" })
            => Pool = new(this, "Pool");

        public CfnUserPool Pool { get; }
    }
}
