using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Reads how requests name change sets.</summary>
internal static class ChangeSetNames
{
    /// <exception cref="AwsFault"><c>ValidationError</c>: a bare name comes without its stack.</exception>
    public static void RequireStack(QueryParameters form, string changeSet)
    {
        if (form["StackName"] is null && !changeSet.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw ValidationFault.Of("StackName must be specified if ChangeSetName is not specified as an ARN.");
        }
    }
}
