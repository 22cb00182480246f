using System.Reflection;
using BedrockGateway.Api.Logging;

namespace BedrockGateway.Api.Hosting;

/// <summary>
/// Says at start what runs: the role, how the package was built, and with which packages, by name and version.
/// </summary>
internal static partial class StartLog
{
    public static void LogStart(this WebApplication app, FunctionRole role) => Write(app.Logger, role);

    /// <summary>The same line for a process that is no web application.</summary>
    public static void Write(FunctionRole role, TimeProvider clock)
    {
        using var lines = new JsonLinesLoggerProvider(new LogOutput(Console.Out), clock);
        Write(lines.CreateLogger(typeof(StartLog).FullName!), role);
    }

    public static void Write(ILogger log, FunctionRole role)
    {
        var metadata = typeof(StartLog).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToList();
        LogRole(
            log,
            role,
            Find("LambdaPackage") ?? "development",
            Find("PackageSet") ?? "unknown",
            Find("Packages") ?? "unknown");

        string? Find(string key) => metadata.FirstOrDefault(entry => entry.Key == key)?.Value;
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Starting as {Role}, a {LambdaPackage} build with {PackageSet} packages: {Packages}")]
    private static partial void LogRole(
        ILogger log, FunctionRole role, string lambdaPackage, string packageSet, string packages);
}
