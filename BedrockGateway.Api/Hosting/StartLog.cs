using System.Reflection;

namespace BedrockGateway.Api.Hosting;

/// <summary>Says at start what runs: the role, and which of the two sets of packages was built in.</summary>
internal static partial class StartLog
{
    public static void LogStart(this WebApplication app, FunctionRole role)
    {
        var packages = typeof(StartLog).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(metadata => metadata.Key == "PackageSet")?.Value;
        LogRole(app.Logger, role, packages ?? "unknown");
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Starting as {Role}, built with {PackageSet} packages")]
    private static partial void LogRole(ILogger log, FunctionRole role, string packageSet);
}
