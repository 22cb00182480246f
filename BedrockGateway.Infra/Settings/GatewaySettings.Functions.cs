using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <content>Sizes of the functions. Lambda gives processor time in proportion to memory.</content>
public sealed partial record GatewaySettings
{
    private const int MinMegabytes = 128;

    private const int MaxMegabytes = 10_240;

    // Behind API Gateway a reply that comes later reaches nobody.
    private const int GatewayPatienceSeconds = 29;

    // Cognito waits no longer for a trigger.
    private const int CognitoPatienceSeconds = 5;

    /// <summary>
    /// How the functions' code is built. Without a value, managed where this machine cannot build a native package for
    /// <c>LAMBDA_ARCH</c>.
    /// </summary>
    [OneOfSetting("LAMBDA_PACKAGE", "native", "managed")]
    public LambdaPackage LambdaPackage { get; init; } = LambdaPackage.Native;

    /// <summary>The processor that the functions run on.</summary>
    [OneOfSetting("LAMBDA_ARCH", "x86_64", "arm64")]
    public LambdaArch LambdaArch { get; init; } = LambdaArch.X64;

    /// <summary>
    /// The models that may be called, as patterns of ids separated by commas; <c>*</c> stands for any characters,
    /// <c>?</c> for one. See docs/permissions.md.
    /// </summary>
    /// <remarks>
    /// <c>anthropic.claude-*</c> allows these models by their id and by any inference profile of theirs,
    /// <c>eu.anthropic.*</c> by these profiles only, <c>application-inference-profile/a1b2c3d4e5f6</c> whatever is
    /// behind this profile.
    /// </remarks>
    [ModelsSetting("ALLOWED_MODELS")]
    public string AllowedModels { get; init; } = "*";

    /// <summary>Megabytes of memory of the function behind /register and /login.</summary>
    [WholeNumberSetting("MEMORY_ACCOUNTS", MinMegabytes, MaxMegabytes)]
    public int AccountsMegabytes { get; init; } = 512;

    /// <summary>Megabytes of memory of the function behind /bedrock.</summary>
    [WholeNumberSetting("MEMORY_MODELS", MinMegabytes, MaxMegabytes)]
    public int ModelsMegabytes { get; init; } = 512;

    /// <summary>Megabytes of memory of the function that decides who may register.</summary>
    [WholeNumberSetting("MEMORY_PRE_SIGNUP", MinMegabytes, MaxMegabytes)]
    public int PreSignupMegabytes { get; init; } = 512;

    /// <summary>Seconds that the function behind /register and /login may take.</summary>
    [WholeNumberSetting("TIMEOUT_ACCOUNTS", 1, GatewayPatienceSeconds)]
    public int AccountsTimeoutSeconds { get; init; } = GatewayPatienceSeconds;

    /// <summary>Seconds that the function behind /bedrock may take.</summary>
    [WholeNumberSetting("TIMEOUT_MODELS", 1, GatewayPatienceSeconds)]
    public int ModelsTimeoutSeconds { get; init; } = GatewayPatienceSeconds;

    /// <summary>Seconds that the function that decides who may register may take.</summary>
    [WholeNumberSetting("TIMEOUT_PRE_SIGNUP", 1, CognitoPatienceSeconds)]
    public int PreSignupTimeoutSeconds { get; init; } = CognitoPatienceSeconds;
}
