namespace Aspire.Hosting.AWS;

internal static class ConfigSections
{
    public const string Default = "AWS:Resources";

    /// <summary>A colon of a configuration key is two underscores in an environment variable.</summary>
    public static string ToVariablePrefix(string section) =>
        section.Replace("::", "__", StringComparison.Ordinal).Replace(":", "__", StringComparison.Ordinal);
}
