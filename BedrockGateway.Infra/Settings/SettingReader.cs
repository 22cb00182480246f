using System.Reflection;
using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Settings;

/// <summary>Reads the settings as their attributes declare them.</summary>
internal static class SettingReader
{
    /// <summary>Every property that can be set by context, with its declaration.</summary>
    public static IReadOnlyList<(PropertyInfo Property, SettingAttribute Setting)> Declared { get; } =
    [
        .. from property in typeof(GatewaySettings).GetProperties()
           let setting = property.GetCustomAttribute<SettingAttribute>()
           where setting is not null
           select (property, setting),
    ];

    /// <exception cref="InvalidSettingException">A value is not valid, or two do not go together.</exception>
    public static GatewaySettings Read(Func<string, string?> value, BuildHost host)
    {
        var settings = new GatewaySettings();
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (property, setting) in Declared)
        {
            if (value(setting.Name)?.Trim() is { Length: > 0 } text)
            {
                var parsed = setting.Parse(text)
                    ?? throw new InvalidSettingException(setting.Name, text, setting.Allowed);
                property.SetValue(settings, setting.As(property.PropertyType, parsed));
                given.Add(setting.Name);
            }
        }

        SettingConflicts.Check(settings, given);
        return given.Contains("LAMBDA_PACKAGE")
            ? WithoutPackageIfNone(settings)
            : settings with { LambdaPackage = host.DefaultPackage(settings.LambdaArch) };
    }

    private static GatewaySettings WithoutPackageIfNone(GatewaySettings settings) =>
        settings.LambdaPackage is LambdaPackage.None
            ? settings with { LambdaPackage = LambdaPackage.Native, FunctionsRunLocally = true }
            : settings;
}
