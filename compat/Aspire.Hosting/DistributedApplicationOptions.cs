using System.Reflection;

namespace Aspire.Hosting;

/// <summary>How an application is built.</summary>
public sealed class DistributedApplicationOptions
{
    private string? _projectDirectory;

    /// <summary>Command line arguments; they are configuration too.</summary>
    public string[]? Args { get; set; }

    /// <summary>The AppHost's assembly; the entry assembly by default.</summary>
    public string? AssemblyName { get; set; }

    /// <summary>The AppHost's folder; by default the one of the project that the assembly was built from.</summary>
    public string? ProjectDirectory
    {
        get => _projectDirectory ?? Recorded("apphostprojectpath");
        set => _projectDirectory = value;
    }

    /// <summary>Runs without the dashboard, and without what it asks the AppHost.</summary>
    public bool DisableDashboard { get; set; }

    /// <summary>Accepted for the sake of source; what resources write goes to the console in any case.</summary>
    public bool EnableResourceLogging { get; set; }

    /// <summary>Accepted for the sake of source; the dashboard is served without TLS in any case.</summary>
    public bool AllowUnsecuredTransport { get; set; }

    internal Assembly? AppHostAssembly =>
        AssemblyName is { Length: > 0 } name ? Assembly.Load(new AssemblyName(name)) : Assembly.GetEntryAssembly();

    private string? Recorded(string key) => AppHostAssembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(attribute => string.Equals(attribute.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
