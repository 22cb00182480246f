using System.Globalization;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Lambda.Operations;

/// <summary>A function as Lambda describes it.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html
/// </remarks>
internal sealed record FunctionConfiguration(
    string FunctionName,
    string FunctionArn,
    string? Runtime,
    string? Role,
    string? Handler,
    long CodeSize,
    string? CodeSha256,
    string Description,
    int Timeout,
    int MemorySize,
    string LastModified,
    string Version,
    FunctionConfiguration.EnvironmentResponse? Environment,
    FunctionConfiguration.TracingConfigResponse TracingConfig,
    string RevisionId,
    string State,
    string LastUpdateStatus,
    string PackageType,
    IReadOnlyList<string> Architectures,
    FunctionConfiguration.SnapStartResponse SnapStart,
    FunctionConfiguration.LoggingConfigResponse LoggingConfig)
{
    public static FunctionConfiguration Of(FunctionTarget target)
    {
        var settings = target.Settings;
        return new(
            settings.Name,
            target.Arn,
            settings.Runtime,
            settings.Role,
            settings.Handler,
            settings.Package?.Content.Length ?? 0,
            settings.Package?.Sha256,
            settings.Description,
            (int)settings.Timeout.TotalSeconds,
            settings.MemoryMegabytes,
            settings.LastModified.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'+0000'", CultureInfo.InvariantCulture),
            target.Version,
            settings.Environment.Count > 0 ? new(settings.Environment) : null,
            new(settings.TracingMode),
            settings.RevisionId,
            "Active",
            "Successful",
            settings.PackageType,
            settings.Architectures,
            new(settings.SnapStart, IsOptimized(target) ? "On" : "Off"),
            new(settings.LogFormat, settings.LogGroup ?? $"/aws/lambda/{settings.Name}"));
    }

    private static bool IsOptimized(FunctionTarget target) =>
        target.Version != FunctionReference.Latest && target.Settings.SnapStart == "PublishedVersions";

    internal sealed record EnvironmentResponse(IReadOnlyDictionary<string, string> Variables);

    internal sealed record TracingConfigResponse(string Mode);

    internal sealed record SnapStartResponse(string ApplyOn, string OptimizationStatus);

    internal sealed record LoggingConfigResponse(string LogFormat, string LogGroup);
}
