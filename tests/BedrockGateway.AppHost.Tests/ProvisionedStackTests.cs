using System.Globalization;
using Amazon.CloudFormation.Model;
using BedrockGateway.AppHost.Tests.Running;

namespace BedrockGateway.AppHost.Tests;

/// <summary>The printed table against what the AWS endpoint says.</summary>
public sealed class ProvisionedStackTests(SharedGateway gateway)
{
    [Fact]
    public async Task PrintedOutputs_AreThoseOfTheStack()
    {
        var stacks = await gateway.Aws.CloudFormation.DescribeStacksAsync(
            new DescribeStacksRequest { StackName = gateway.Outputs["StackName"] },
            TestContext.Current.CancellationToken);

        var stack = Assert.Single(stacks.Stacks);
        Assert.Equal("CREATE_COMPLETE", stack.StackStatus.Value);
        Assert.Equal(
            stack.Outputs.ToDictionary(output => output.OutputKey, output => output.OutputValue), gateway.Outputs);
        Assert.Equal(gateway.Outputs["UserPoolId"], gateway.Outputs["CognitoUserPoolID"]);
        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"https://{gateway.Outputs["RestApiId"]}.execute-api.us-east-1.amazonaws.com/"
                    + $"{gateway.Outputs["StageName"]}/"),
            gateway.Outputs["RestAPIEndpoint"]);
    }

    [Fact]
    public async Task StackWithADomain_HasThePreSignupFunction()
    {
        var resources = await gateway.Aws.CloudFormation.DescribeStackResourcesAsync(
            new DescribeStackResourcesRequest { StackName = gateway.Outputs["StackName"] },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            ["BedrockGateway-accounts", "BedrockGateway-models", "BedrockGateway-pre-signup"],
            resources.StackResources
                .Where(resource => resource.ResourceType == "AWS::Lambda::Function")
                .Select(resource => resource.PhysicalResourceId)
                .Order(StringComparer.Ordinal));
    }
}
