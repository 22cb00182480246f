using System.Text.Json;

namespace Amazon.Lambda.APIGatewayEvents;

/// <summary>What the authorizer passed on: its own keys, or <c>claims</c> from a Cognito user pool.</summary>
public class APIGatewayCustomAuthorizerContext : Dictionary<string, object>
{
    private Dictionary<string, string> _claims;

    /// <summary>Claims of the verified token, all as text; empty without a Cognito authorizer.</summary>
    public Dictionary<string, string> Claims
    {
        get => _claims ??= ReadClaims();
        set => _claims = value;
    }

    private Dictionary<string, string> ReadClaims()
    {
        var claims = new Dictionary<string, string>();
        if (TryGetValue("claims", out var value) && value is JsonElement { ValueKind: JsonValueKind.Object } json)
        {
            foreach (var claim in json.EnumerateObject())
            {
                if (claim.Value.ValueKind == JsonValueKind.String)
                {
                    claims[claim.Name] = claim.Value.GetString();
                }
            }
        }

        return claims;
    }
}
