namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>One thing that a call does, as policies see it.</summary>
/// <param name="Action">Such as <c>apigateway:POST</c>.</param>
/// <param name="Resource">ARN, or <c>*</c> where IAM knows none for the action.</param>
/// <param name="Context">Condition keys of the call; names are compared without case.</param>
internal sealed record AccessRequest(string Action, string Resource, IReadOnlyDictionary<string, string> Context)
{
    private static readonly Dictionary<string, string> NoContext = [];

    public AccessRequest(string action, string resource)
        : this(action, resource, NoContext)
    {
    }
}
