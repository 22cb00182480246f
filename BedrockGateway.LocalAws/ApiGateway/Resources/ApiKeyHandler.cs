using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;

namespace BedrockGateway.LocalAws.ApiGateway.Resources;

/// <summary><c>AWS::ApiGateway::ApiKey</c>. <c>Ref</c> is the key's id, never its value.</summary>
/// <remarks>Ignores <c>GenerateDistinctId</c>.</remarks>
internal sealed class ApiKeyHandler(ApiKeyStore keys, UsagePlanStore plans) : IResourceHandler
{
    private const int MaxNameLength = 1024;

    public string Type => "AWS::ApiGateway::ApiKey";

    public IReadOnlySet<string> CreateOnlyProperties { get; } =
        new HashSet<string> { "GenerateDistinctId", "Name", "Value" };

    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("Name") ?? request.GenerateName(MaxNameLength);
        var key = keys.Add(
            request.Properties.Text("Value"), key => Apply(key with { Name = name }, request.Properties));
        return new(ResultOf(key));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken) =>
        new(ResultOf(keys.Update(physicalId, key => Apply(key, request.Properties))));

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        keys.Remove(physicalId);
        plans.ForgetKey(physicalId);
        return default;
    }

    private static ApiKey Apply(ApiKey key, JsonObject properties) => properties.Objects("StageKeys").Any()
        ? throw ApiGatewayFaults.NotEmulated("StageKeys of an ApiKey; a UsagePlanKey does the same")
        : key with
        {
            Description = properties.Text("Description"),
            CustomerId = properties.Text("CustomerId"),
            Enabled = properties.Flag("Enabled"),
            Tags = properties.Tags(),
        };

    private static ResourceResult ResultOf(ApiKey key) =>
        new(key.Id, new Dictionary<string, string> { ["APIKeyId"] = key.Id });
}
