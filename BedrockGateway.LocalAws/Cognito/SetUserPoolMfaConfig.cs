using System.Text.Json;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Cognito <c>SetUserPoolMfaConfig</c>: whether sign-ins need a second factor, and which there are.</summary>
/// <remarks>
/// Authenticator apps only. Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_SetUserPoolMfaConfig.html
/// </remarks>
internal static class SetUserPoolMfaConfig
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: a rule without a factor, or a factor without a rule; <c>NotImplemented</c>
    /// (501): another factor; <c>ResourceNotFoundException</c>.
    /// </exception>
    public static UserPoolMfa Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .OneOf("mfaConfiguration", request.MfaConfiguration ?? "OFF", ["OFF", "ON", "OPTIONAL"])
            .ThrowIfViolated();
        foreach (var (factor, configuration) in new[]
        {
            (nameof(request.SmsMfaConfiguration), request.SmsMfaConfiguration),
            (nameof(request.EmailMfaConfiguration), request.EmailMfaConfiguration),
            (nameof(request.WebAuthnConfiguration), request.WebAuthnConfiguration),
        })
        {
            if (configuration is { ValueKind: JsonValueKind.Object })
            {
                throw AwsFault.NotEmulated("cognito-idp", factor);
            }
        }

        var pool = store.Get(request.UserPoolId!);
        var rule = request.MfaConfiguration ?? "OFF";
        var hasTokens = request.SoftwareTokenMfaConfiguration?.Enabled is true;
        if (rule == "OFF" && hasTokens)
        {
            throw CognitoFaults.InvalidParameter(
                "Invalid MFA configuration given, can't turn off MFA and configure an MFA together.");
        }

        if (rule != "OFF" && !hasTokens)
        {
            throw CognitoFaults.InvalidParameter(
                "Invalid MFA configuration given, can't disable all MFAs and require MFA.");
        }

        var settings = pool.Settings with
        {
            MfaConfiguration = rule,
            EnabledMfas = hasTokens ? [SoftwareToken.Factor] : [],
        };
        pool.Update(pool.Name, settings, clock.GetUtcNow());
        return UserPoolMfa.Of(pool);
    }

    internal sealed record Request(
        string? UserPoolId = null,
        string? MfaConfiguration = null,
        SoftwareTokenMfaConfig? SoftwareTokenMfaConfiguration = null,
        JsonElement? SmsMfaConfiguration = null,
        JsonElement? EmailMfaConfiguration = null,
        JsonElement? WebAuthnConfiguration = null);
}
