using System.Text.Json.Serialization;

namespace BedrockGateway.Api.Accounts;

/// <summary>What POST /register answers.</summary>
internal sealed record RegisterReply(int Status, bool Success, string Message, RegisterData Data);

/// <summary>The key of the new user.</summary>
internal sealed record RegisterData([property: JsonPropertyName("API Key")] string ApiKey)
{
    // A record would print the key.
    public override string ToString() => nameof(RegisterData);
}
