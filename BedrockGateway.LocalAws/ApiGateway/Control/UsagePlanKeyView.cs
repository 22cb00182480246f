using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>A key of a plan on the wire. API Gateway shows its value.</summary>
internal sealed record UsagePlanKeyView(string Id, string Type, string Value, string? Name)
{
    public const string KeyType = "API_KEY";

    public static UsagePlanKeyView Of(ApiKey key) => new(key.Id, KeyType, key.Value, key.Name);
}
