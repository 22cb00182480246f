using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;

namespace BedrockGateway.Infra.Keys;

/// <summary>Whether a stack is still in the account.</summary>
internal static class StackPresence
{
    /// <returns>Its status, such as <c>CREATE_COMPLETE</c>; <see langword="null"/> without such a stack.</returns>
    public static async Task<string?> StatusAsync(
        this IAmazonCloudFormation stacks, string stackName, CancellationToken cancellationToken)
    {
        try
        {
            var reply = await stacks.DescribeStacksAsync(
                new DescribeStacksRequest { StackName = stackName }, cancellationToken);
            return reply.Stacks?.FirstOrDefault()?.StackStatus?.Value;
        }
        catch (AmazonCloudFormationException absent) when (
            absent.ErrorCode == "ValidationError"
            && absent.Message.EndsWith("does not exist", StringComparison.Ordinal))
        {
            return null;
        }
    }
}
