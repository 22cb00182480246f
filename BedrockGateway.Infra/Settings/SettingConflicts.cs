namespace BedrockGateway.Infra.Settings;

/// <summary>Settings that are valid one by one and not together.</summary>
internal static class SettingConflicts
{
    // Of the 4 KB that a function's environment has, what the rest leaves.
    private const int MaxModelChars = 3_200;

    /// <param name="settings">What was read.</param>
    /// <param name="given">Context names that were given a value.</param>
    /// <exception cref="InvalidSettingException">Two do not go together; the message has both.</exception>
    public static void Check(GatewaySettings settings, IReadOnlySet<string> given)
    {
        CheckDomain(settings);
        CheckMail(settings);
        CheckModels(settings);
        CheckToken("ACCESS_TOKEN_MINUTES", settings.AccessTokenMinutes, settings);
        CheckToken("ID_TOKEN_MINUTES", settings.IdTokenMinutes, settings);
        if (settings.ApiGatewayLogRole is ApiGatewayLogRole.None
            && settings.ExecutionLogLevel is not ExecutionLogLevel.Off
            && given.Contains("EXECUTION_LOG_LEVEL"))
        {
            var level = settings.ExecutionLogLevel.ToString().ToUpperInvariant();
            throw new InvalidSettingException(
                $"EXECUTION_LOG_LEVEL is '{level}' and API_GATEWAY_LOG_ROLE is 'none'; "
                + "without a role API Gateway cannot write a log.");
        }
    }

    private static void CheckDomain(GatewaySettings settings)
    {
        if (settings is { CustomDomain: { } domain, CertificateArn: null })
        {
            throw new InvalidSettingException(
                $"CUSTOM_DOMAIN is '{domain}' and CERTIFICATE_ARN is not set; a domain of your own needs both.");
        }

        if (settings is { CustomDomain: null, CertificateArn: { } certificate })
        {
            throw new InvalidSettingException(
                $"CERTIFICATE_ARN is '{certificate}' and CUSTOM_DOMAIN is not set; a domain of your own needs both.");
        }
    }

    private static void CheckMail(GatewaySettings settings)
    {
        if (settings is { EmailFrom: null, EmailIdentityArn: { } identity })
        {
            throw new InvalidSettingException(
                $"EMAIL_IDENTITY_ARN is '{identity}' and EMAIL_FROM is not set; an identity sends from an address.");
        }

        if (settings is { EmailFrom: { } sender, UserPoolId: { } pool })
        {
            throw new InvalidSettingException(
                $"EMAIL_FROM is '{sender}' and USER_POOL_ID is '{pool}'; "
                + "an adopted pool keeps the sender that it has.");
        }
    }

    private static void CheckModels(GatewaySettings settings)
    {
        var (allowed, aliases, plans) =
            (settings.AllowedModels.Length, settings.ModelAliases?.Length ?? 0, settings.Plans?.Length ?? 0);
        if (allowed + aliases + plans > MaxModelChars)
        {
            throw new InvalidSettingException(
                $"ALLOWED_MODELS has {allowed} characters, MODEL_ALIASES {aliases} and PLANS {plans}; "
                + $"a function's environment has room for {MaxModelChars} of the three.");
        }
    }

    private static void CheckToken(string name, int minutes, GatewaySettings settings)
    {
        if (minutes > settings.RefreshTokenMinutes)
        {
            throw new InvalidSettingException(
                $"{name} is '{minutes}' and REFRESH_TOKEN_MINUTES is '{settings.RefreshTokenMinutes}'; "
                + "Cognito takes no token that outlives the refresh token.");
        }
    }
}
