using System.Collections.Immutable;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>
/// Reads and changes the tags behind an ARN: <c>arn:aws:apigateway:{region}::/apikeys/{id}</c> and the like.
/// </summary>
internal sealed class TaggedResource(ApiKeyStore keys, UsagePlanStore plans, RestApiStore apis)
{
    /// <summary>Applies a change to the tags and returns what they are then.</summary>
    /// <exception cref="Wire.AwsFault">
    /// <c>NotFoundException</c> (404): there is no such thing. <c>NotImplemented</c> (501): its tags are not emulated.
    /// </exception>
    public ImmutableDictionary<string, string> Change(
        string arn, Func<ImmutableDictionary<string, string>, ImmutableDictionary<string, string>> change)
    {
        switch (arn.Split(':', 6)[^1].Split('/'))
        {
            case ["", "apikeys", var id]:
                return keys.Update(id, key => key with { Tags = change(key.Tags) }).Tags;
            case ["", "usageplans", var id]:
                return plans.Update(id, plan => plan with { Tags = change(plan.Tags) }).Tags;
            case ["", "restapis", var id]:
                apis.Update(id, api => api with { Tags = change(api.Tags) });
                return apis.Get(id).Tags;
            default:
                throw ApiGatewayFaults.NotEmulated($"tags of {arn}");
        }
    }
}
