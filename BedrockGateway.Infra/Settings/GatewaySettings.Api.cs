using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <content>The API: limits, addresses, browsers.</content>
public sealed partial record GatewaySettings
{
    /// <summary>Requests per second of one key.</summary>
    [RateSetting("API_THROTTLE_RATE_LIMIT")]
    public double ThrottleRateLimit { get; init; } = 1;

    /// <summary>Requests at once of one key.</summary>
    [WholeNumberSetting("API_THROTTLE_BURST_LIMIT", 1, 5_000)]
    public int ThrottleBurstLimit { get; init; } = 2;

    /// <summary>Requests of one key in a period.</summary>
    [WholeNumberSetting("API_QUOTA_LIMIT", 1, int.MaxValue)]
    public int QuotaLimit { get; init; } = 25;

    /// <summary>When the quota starts anew.</summary>
    [OneOfSetting("API_QUOTA_PERIOD", "DAY", "WEEK", "MONTH")]
    public QuotaPeriod QuotaPeriod { get; init; } = QuotaPeriod.Day;

    /// <summary>
    /// Plans besides the default, as JSON: a name and what a key in the plan may do. A plan of the name <c>default</c>
    /// takes the place of the <c>API_THROTTLE_</c> and <c>API_QUOTA_</c> settings. See docs/accounts.md.
    /// </summary>
    [PlansSetting("PLANS")]
    public string? Plans { get; init; }

    /// <summary>Requests per second to each route that needs neither token nor key.</summary>
    /// <remarks>Each registration takes one of the 10,000 API keys that an account has in a Region.</remarks>
    [RateSetting("PUBLIC_RATE_LIMIT")]
    public double PublicRateLimit { get; init; } = 5;

    /// <summary>Requests at once to each route that needs neither token nor key.</summary>
    [WholeNumberSetting("PUBLIC_BURST_LIMIT", 1, 5_000)]
    public int PublicBurstLimit { get; init; } = 10;

    /// <summary>Name of the stage, the first part of the path on AWS's own address.</summary>
    [PatternSetting("STAGE_NAME", "[A-Za-z0-9][A-Za-z0-9_]{0,127}",
        "1 to 128 letters, digits and underscores, no underscore first")]
    public string StageName { get; init; } = "prod";

    /// <summary>Origins whose pages may call the API from a browser.</summary>
    [OriginsSetting("CORS_ORIGINS")]
    public string CorsOrigins { get; init; } = "*";

    /// <summary>Domain of your own for the API; DNS must point it at the output <c>CustomDomainTarget</c>.</summary>
    [DomainSetting("CUSTOM_DOMAIN")]
    public string? CustomDomain { get; init; }

    /// <summary>ACM certificate for <c>CUSTOM_DOMAIN</c>, in the stack's Region.</summary>
    [PatternSetting("CERTIFICATE_ARN", "arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+",
        "the ARN of a certificate, such as arn:aws:acm:eu-west-1:123456789012:certificate/1234-abcd")]
    public string? CertificateArn { get; init; }

    /// <summary>Whether an AWS WAF web ACL stands before the API.</summary>
    [SwitchSetting("ENABLE_WAF")]
    public bool EnableWaf { get; init; }

    /// <summary>
    /// Requests without a token, to register, log in and the like, from one address in five minutes before
    /// <c>ENABLE_WAF</c> blocks it.
    /// </summary>
    [WholeNumberSetting("WAF_RATE_LIMIT", 10, 2_000_000_000)]
    public int WafRateLimit { get; init; } = 100;
}
