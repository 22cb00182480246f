using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace BedrockGateway.Infra.Accounts;

/// <summary>What the stack says of itself.</summary>
internal sealed record StackOutputs(
    string StackName, string UserPoolId, string RestApiId, string StageName, string UsagePlanId)
{
    /// <exception cref="AccountsException">There is no such stack, or it is another kind of stack.</exception>
    public static async Task<StackOutputs> ReadAsync(
        IAmazonCloudFormation stacks, string stackName, CancellationToken cancellationToken)
    {
        var outputs = (await FindAsync(stacks, stackName, cancellationToken))
            .ToDictionary(output => output.OutputKey, output => output.OutputValue);
        string Of(string name) => outputs.GetValueOrDefault(name)
            ?? throw new AccountsException($"Stack {stackName} has no output {name}: it is none of the gateway's.");
        return new(stackName, Of("UserPoolId"), Of("RestApiId"), Of("StageName"), Of("UsagePlanId"));
    }

    private static async Task<List<Output>> FindAsync(
        IAmazonCloudFormation stacks, string stackName, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await stacks.DescribeStacksAsync(
                new DescribeStacksRequest { StackName = stackName }, cancellationToken);
            return reply.Stacks[0].Outputs ?? [];
        }
        catch (AmazonCloudFormationException absent) when (absent.ErrorCode == "ValidationError")
        {
            throw new AccountsException(
                $"There is no stack {stackName} in this account and Region. Name another with --stack-name.");
        }
    }
}
