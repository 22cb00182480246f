using BedrockGateway.Infra.Packaging;
using BedrockGateway.Infra.Settings;

namespace BedrockGateway.Infra;

/// <summary>
/// Everything about a deployment that can be chosen. CDK context for the CLI, configuration for the local run.
/// </summary>
/// <remarks>
/// A property's attribute has the context name and what is allowed, its initial value is the default, and its summary
/// is the line in <c>docs/configuration.md</c>.
/// </remarks>
public sealed partial record GatewaySettings
{
    /// <summary>Name of the stack, and prefix of its functions and API keys.</summary>
    /// <remarks>Function names, which end in <c>-pre-signup</c>, may have 64 characters.</remarks>
    [PatternSetting(
        "STACK_NAME", "[A-Za-z][A-Za-z0-9-]{0,49}", "1 to 50 letters, digits and hyphens, a letter first")]
    public string StackName { get; init; } = "BedrockGateway";

    /// <summary>
    /// Whether the functions run as processes beside an emulator. The template then names no package to upload and
    /// needs no bootstrapped account. Default <see langword="false"/>.
    /// </summary>
    public bool FunctionsRunLocally { get; init; }

    /// <summary>Reads the settings by their context names; what is absent or empty takes its default.</summary>
    /// <param name="value">Value of a context name, <see langword="null"/> where there is none.</param>
    /// <exception cref="InvalidSettingException">A value is not valid, or two do not go together.</exception>
    public static GatewaySettings Read(Func<string, string?> value) => Read(value, BuildHost.Current);

    internal static GatewaySettings Read(Func<string, string?> value, BuildHost host)
    {
        ArgumentNullException.ThrowIfNull(value);
        return SettingReader.Read(value, host);
    }
}
