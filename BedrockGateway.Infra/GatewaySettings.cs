using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra;

/// <summary>
/// Everything about a deployment that can be chosen. CDK context for the CLI, configuration for the local run.
/// </summary>
public sealed record GatewaySettings
{
    /// <summary>
    /// Name of the stack and prefix of its functions and API keys. 1 to 50 characters. Default <c>BedrockGateway</c>.
    /// </summary>
    /// <remarks>Function names, which end in <c>-pre-signup</c>, may have 64 characters.</remarks>
    public string StackName { get; init; } = "BedrockGateway";

    /// <summary>
    /// <c>API_THROTTLE_RATE_LIMIT</c>: requests per second and key. Default 1; above 0, at most 10,000.
    /// </summary>
    public double ThrottleRateLimit { get; init; } = 1;

    /// <summary><c>API_THROTTLE_BURST_LIMIT</c>: requests of one key at once. Default 2; 1 to 5,000.</summary>
    public int ThrottleBurstLimit { get; init; } = 2;

    /// <summary><c>API_QUOTA_LIMIT</c>: requests per key and period. Default 25; 1 to 2,147,483,647.</summary>
    public int QuotaLimit { get; init; } = 25;

    /// <summary><c>API_QUOTA_PERIOD</c>: <c>DAY</c>, <c>WEEK</c> or <c>MONTH</c>. Default <c>DAY</c>.</summary>
    public QuotaPeriod QuotaPeriod { get; init; } = QuotaPeriod.Day;

    /// <summary>
    /// <c>PUBLIC_RATE_LIMIT</c>: requests per second to each route without a key. Default 5; above 0, at most 10,000.
    /// </summary>
    /// <remarks>Each registration takes one of the 10,000 API keys that an account has in a Region.</remarks>
    public double PublicRateLimit { get; init; } = 5;

    /// <summary>
    /// <c>PUBLIC_BURST_LIMIT</c>: requests at once to each route without a key. Default 10; 1 to 5,000.
    /// </summary>
    public int PublicBurstLimit { get; init; } = 10;

    /// <summary>
    /// <c>ORGANIZATION_DOMAIN</c>: the only e-mail domain that may register, lower-case and without <c>@</c>. Default
    /// none: any address may register and confirms itself with the mailed code.
    /// </summary>
    public string? OrganizationDomain { get; init; }

    /// <summary>
    /// <c>ALLOWED_MODELS</c>: the models that may be called, as patterns of ids separated by commas; <c>*</c> stands
    /// for any characters, <c>?</c> for one. At most 20 patterns and 1,000 characters. Default <c>*</c>, all models.
    /// </summary>
    /// <remarks>
    /// <c>anthropic.claude-*</c> allows these models by their id and by any inference profile of theirs,
    /// <c>eu.anthropic.*</c> by these profiles only, <c>application-inference-profile/a1b2c3d4e5f6</c> whatever is
    /// behind this profile. See docs/permissions.md.
    /// </remarks>
    public string AllowedModels { get; init; } = "*";

    /// <summary>
    /// <c>LAMBDA_PACKAGE</c>: how the functions' code is built, <c>native</c> or <c>managed</c>. Default native; read
    /// from context, managed where this machine cannot build a native package for <see cref="LambdaArch"/>.
    /// </summary>
    public LambdaPackage LambdaPackage { get; init; } = LambdaPackage.Native;

    /// <summary>
    /// <c>LAMBDA_ARCH</c>: the processor that the functions run on, <c>x86_64</c> or <c>arm64</c>. Default x86_64.
    /// </summary>
    public LambdaArch LambdaArch { get; init; } = LambdaArch.X64;

    /// <summary>
    /// Whether the functions run as processes beside an emulator. The template then names no package to upload and
    /// needs no bootstrapped account. Default <see langword="false"/>.
    /// </summary>
    public bool FunctionsRunLocally { get; init; }

    /// <summary>Reads the settings by their context names; what is absent or empty takes its default.</summary>
    /// <param name="value">Value of a context name, <see langword="null"/> where there is none.</param>
    /// <exception cref="InvalidSettingException">A value is not valid.</exception>
    public static GatewaySettings Read(Func<string, string?> value) => Read(value, BuildHost.Current);

    internal static GatewaySettings Read(Func<string, string?> value, BuildHost host)
    {
        var reader = new SettingReader(value);
        var defaults = new GatewaySettings();
        var arch = reader.Arch("LAMBDA_ARCH", defaults.LambdaArch);
        return new()
        {
            StackName = reader.StackName("STACK_NAME", defaults.StackName),
            ThrottleRateLimit = reader.Rate("API_THROTTLE_RATE_LIMIT", defaults.ThrottleRateLimit),
            ThrottleBurstLimit = reader.Count("API_THROTTLE_BURST_LIMIT", defaults.ThrottleBurstLimit, 5_000),
            QuotaLimit = reader.Count("API_QUOTA_LIMIT", defaults.QuotaLimit, int.MaxValue),
            QuotaPeriod = reader.Period("API_QUOTA_PERIOD", defaults.QuotaPeriod),
            PublicRateLimit = reader.Rate("PUBLIC_RATE_LIMIT", defaults.PublicRateLimit),
            PublicBurstLimit = reader.Count("PUBLIC_BURST_LIMIT", defaults.PublicBurstLimit, 5_000),
            AllowedModels = reader.Models("ALLOWED_MODELS", defaults.AllowedModels),
            OrganizationDomain = reader.Domain("ORGANIZATION_DOMAIN"),
            LambdaArch = arch,
            LambdaPackage = reader.Package("LAMBDA_PACKAGE", host.DefaultPackage(arch)),
        };
    }
}
