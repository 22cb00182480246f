using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>The authentication flows that a client allows.</summary>
internal sealed class AuthFlows
{
    private const string OldAdministratorFlow = "ADMIN_NO_SRP_AUTH";
    private const string NewAdministratorFlow = "ADMIN_USER_PASSWORD_AUTH";

    private static readonly string[] Default = ["ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH", "ALLOW_CUSTOM_AUTH"];

    private static readonly string[] Legacy = [OldAdministratorFlow, "CUSTOM_AUTH_FLOW_ONLY", "USER_PASSWORD_AUTH"];

    private static readonly string[] Current =
    [
        "ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_CUSTOM_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH",
        "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_AUTH",
    ];

    private readonly IReadOnlyList<string> _flows;

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: an unknown flow, or old and new names together.
    /// </exception>
    public AuthFlows(IReadOnlyList<string>? flows)
    {
        _flows = flows is null or [] ? Default : flows;
        if (_flows.FirstOrDefault(flow => !Legacy.Contains(flow) && !Current.Contains(flow)) is { } unknown)
        {
            throw CognitoFaults.InvalidParameter(
                $"1 validation error detected: Value '[{unknown}]' at 'explicitAuthFlows' failed to satisfy "
                + "constraint: Member must satisfy constraint: [Member must satisfy enum value set: "
                + $"[{string.Join(", ", Legacy.Concat(Current))}]]");
        }

        if (_flows.Any(Legacy.Contains) && _flows.Any(Current.Contains))
        {
            throw CognitoFaults.InvalidParameter(
                "ExplicitAuthFlows cannot mix values with and without the ALLOW_ prefix.");
        }
    }

    /// <summary>
    /// Whether a flow may be run. A client with old names always refreshes and does SRP; the old and the new name of
    /// the administrators' flow mean the same.
    /// </summary>
    public bool Allow(string flow) =>
        _flows.Any(Legacy.Contains)
            ? _flows.Contains(flow == NewAdministratorFlow ? OldAdministratorFlow : flow)
                || flow is "USER_SRP_AUTH" or "REFRESH_TOKEN_AUTH"
            : _flows.Contains($"ALLOW_{(flow == OldAdministratorFlow ? NewAdministratorFlow : flow)}");
}
