using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>A key of a plan on the wire. API Gateway shows its value.</summary>
internal sealed record UsagePlanKeyView(string Id, string Type, string Value, string? Name)
{
    private const string KeyType = "API_KEY";

    public static UsagePlanKeyView Of(ApiKey key) => new(key.Id, KeyType, key.Value, key.Name);

    /// <exception cref="Wire.AwsFault"><c>BadRequestException</c> (400): keys of plans have one type only.</exception>
    public static void RequireType(string? type)
    {
        if (type != KeyType)
        {
            throw ApiGatewayFaults.BadRequest($"Invalid Usage Plan Key type specified: it must be {KeyType}");
        }
    }
}
