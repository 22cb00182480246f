using BedrockGateway.LocalAws.Bedrock.Catalogue;
using BedrockGateway.LocalAws.Iam.Policies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Iam.Permissions;

/// <summary>Bedrock: a call by an inference profile needs the profile, and the models that it routes to.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html,
/// https://docs.aws.amazon.com/bedrock/latest/userguide/global-cross-region-inference.html
/// </remarks>
internal sealed class BedrockPermissions(LocalAwsOptions options, ModelResolver resolver) : IServicePermissions
{
    public IReadOnlyList<string> Services { get; } = ["bedrock", "bedrock-runtime"];

    public ValueTask<IReadOnlyList<AccessRequest>> OfAsync(
        AwsCall call, string operation, CancellationToken cancellationToken)
    {
        // Converse is InvokeModel to IAM, streamed or not.
        var action = operation switch
        {
            "Converse" => "bedrock:InvokeModel",
            "ConverseStream" => "bedrock:InvokeModelWithResponseStream",
            _ => $"bedrock:{operation}",
        };
        // /model/{id}/invoke, /foundation-models/{id}, /inference-profiles/{id}
        return ValueTask.FromResult<IReadOnlyList<AccessRequest>>(
            call.RawPath.Split('/') is ["", "model" or "foundation-models" or "inference-profiles", var id, ..]
                ? [.. RequestsOf(action, Uri.UnescapeDataString(id))]
                : [new(action, "*")]);
    }

    private IEnumerable<AccessRequest> RequestsOf(string action, string identifier)
    {
        if (resolver.FindProfile(identifier) is not { } profile)
        {
            return [new(action, IsArn(identifier) ? identifier : ModelArn(identifier))];
        }

        return action.StartsWith("bedrock:Invoke", StringComparison.Ordinal)
            ? ArnsOf(profile).Prepend(profile.Arn).Distinct().Select(arn => Through(profile, action, arn))
            : [new(action, profile.Arn)];
    }

    // The Region is the one that the profile routes to, and unspecified for a global profile's ARN without one.
    private static AccessRequest Through(InferenceProfile profile, string action, string arn) =>
        new(action, arn, new Dictionary<string, string>
        {
            [ConditionKeys.InferenceProfileArn] = profile.Arn,
            [ConditionKeys.RequestedRegion] = arn.Split(':')[3] is { Length: > 0 } region ? region : "unspecified",
        });

    // A system profile also asks for the model in the Region of the call, and a global one for it in no Region.
    private IEnumerable<string> ArnsOf(InferenceProfile profile) =>
        profile.Type == InferenceProfile.SystemDefined
            ? profile.ModelArns.Prepend(profile.Model.ArnIn(options.Region))
            : profile.ModelArns;

    private string ModelArn(string id) => $"arn:aws:bedrock:{options.Region}::foundation-model/{id}";

    private static bool IsArn(string identifier) => identifier.StartsWith("arn:", StringComparison.Ordinal);
}
