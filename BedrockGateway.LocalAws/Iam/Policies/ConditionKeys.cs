using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Policies;

/// <summary>The condition keys that calls carry here.</summary>
internal static class ConditionKeys
{
    /// <summary>Bedrock: the inference profile by which a model is called.</summary>
    public const string InferenceProfileArn = "bedrock:InferenceProfileArn";

    /// <summary>ARN of the role that calls.</summary>
    public const string PrincipalArn = "aws:PrincipalArn";

    public const string RequestedRegion = "aws:RequestedRegion";

    /// <summary>Followed by a tag's key: the value that the request gives it.</summary>
    public const string RequestTag = "aws:RequestTag/";

    /// <summary>
    /// Stops at a key that AWS may know and we never set: it would look absent, and a negated condition would hold.
    /// </summary>
    /// <exception cref="AwsFault"><c>NotImplemented</c> (501).</exception>
    public static void RefuseUnknown(string key)
    {
        if (!key.StartsWith(RequestTag, StringComparison.OrdinalIgnoreCase)
            && !new[] { InferenceProfileArn, PrincipalArn, RequestedRegion }
                .Contains(key, StringComparer.OrdinalIgnoreCase))
        {
            throw AwsFault.NotEmulated("iam", $"condition key {key}");
        }
    }
}
