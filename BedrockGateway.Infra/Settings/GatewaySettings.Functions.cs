using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <content>Sizes of the functions. Lambda gives processor time in proportion to memory.</content>
public sealed partial record GatewaySettings
{
    private const int MinMegabytes = 128;

    private const int MaxMegabytes = 10_240;

    private const string Guardrail =
        "([a-z0-9]{1,64}|arn:aws[a-z-]*:bedrock:[a-z0-9-]+:[0-9]{12}:guardrail/[a-z0-9]{1,64})"
        + ":([1-9][0-9]{0,7}|DRAFT)";

    // Behind API Gateway a reply that comes later reaches nobody.
    private const int GatewayPatienceSeconds = 29;

    // Lambda runs nothing longer, and API Gateway waits for a streamed reply as long.
    private const int StreamPatienceSeconds = 900;

    // Cognito waits no longer for a trigger.
    private const int CognitoPatienceSeconds = 5;

    /// <summary>
    /// How the functions' code is built. Without a value, managed where this machine cannot build a native package for
    /// <c>LAMBDA_ARCH</c>. <c>none</c> makes the template alone, for an emulator.
    /// </summary>
    /// <remarks>
    /// What is read as <c>none</c> is <see cref="FunctionsRunLocally"/>, and otherwise the native package's template.
    /// </remarks>
    [OneOfSetting("LAMBDA_PACKAGE", "native", "managed", "none")]
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

    /// <summary>
    /// Names by which models may be called besides their own, as JSON: a name and the id of a model, or a list of ids
    /// of which each stands in for those before it.
    /// </summary>
    /// <remarks>
    /// <c>{"gpt-4o":"us.anthropic.claude-sonnet-4-6","fast":["amazon.nova-lite-v1:0","amazon.nova-micro-v1:0"]}</c>
    /// </remarks>
    [AliasesSetting("MODEL_ALIASES")]
    public string? ModelAliases { get; init; }

    /// <summary>Guardrail of every call whose client chooses no other, as its id and version.</summary>
    [PatternSetting("DEFAULT_GUARDRAIL", Guardrail,
        "the id or ARN of a guardrail and its version, such as a1b2c3d4e5f6:1 or a1b2c3d4e5f6:DRAFT")]
    public string? DefaultGuardrail { get; init; }

    /// <summary>Megabytes of memory of the function of accounts.</summary>
    [WholeNumberSetting("MEMORY_ACCOUNTS", MinMegabytes, MaxMegabytes)]
    public int AccountsMegabytes { get; init; } = 512;

    /// <summary>Megabytes of memory of the function that calls models.</summary>
    [WholeNumberSetting("MEMORY_MODELS", MinMegabytes, MaxMegabytes)]
    public int ModelsMegabytes { get; init; } = 512;

    /// <summary>Megabytes of memory of the function that decides who may register.</summary>
    [WholeNumberSetting("MEMORY_PRE_SIGNUP", MinMegabytes, MaxMegabytes)]
    public int PreSignupMegabytes { get; init; } = 512;

    /// <summary>Seconds that the function of accounts may take.</summary>
    [WholeNumberSetting("TIMEOUT_ACCOUNTS", 1, GatewayPatienceSeconds)]
    public int AccountsTimeoutSeconds { get; init; } = GatewayPatienceSeconds;

    /// <summary>Seconds that the function that calls models may take, a streamed answer to its end included.</summary>
    [WholeNumberSetting("TIMEOUT_MODELS", 1, StreamPatienceSeconds)]
    public int ModelsTimeoutSeconds { get; init; } = StreamPatienceSeconds;

    /// <summary>Seconds that the function that decides who may register may take.</summary>
    [WholeNumberSetting("TIMEOUT_PRE_SIGNUP", 1, CognitoPatienceSeconds)]
    public int PreSignupTimeoutSeconds { get; init; } = CognitoPatienceSeconds;
}
