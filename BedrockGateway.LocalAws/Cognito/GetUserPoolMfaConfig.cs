using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>GetUserPoolMfaConfig</c>: what a pool says of second factors.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GetUserPoolMfaConfig.html
/// </remarks>
internal static class GetUserPoolMfaConfig
{
    /// <exception cref="AwsFault"><c>ResourceNotFoundException</c>, <c>InvalidParameterException</c>.</exception>
    public static UserPoolMfa Handle(Request request, UserPoolStore store)
    {
        new RequestConstraints().UserPoolId(request.UserPoolId).ThrowIfViolated();
        return UserPoolMfa.Of(store.Get(request.UserPoolId!));
    }

    internal sealed record Request(string? UserPoolId = null);
}

/// <summary>What a pool says of second factors, as it is described.</summary>
internal sealed record UserPoolMfa(SoftwareTokenMfaConfig? SoftwareTokenMfaConfiguration, string MfaConfiguration)
{
    public static UserPoolMfa Of(UserPool pool) => new(
        pool.AllowsSoftwareTokens ? new(Enabled: true) : null, pool.Settings.MfaConfiguration ?? "OFF");
}

/// <summary>Whether authenticator apps may be used.</summary>
internal sealed record SoftwareTokenMfaConfig(bool? Enabled = null);
