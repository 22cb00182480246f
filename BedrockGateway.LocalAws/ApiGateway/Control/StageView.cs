using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>A stage on the wire.</summary>
internal sealed record StageView(
    string StageName,
    string DeploymentId,
    string? Description,
    bool CacheClusterEnabled,
    string CacheClusterStatus,
    IReadOnlyDictionary<string, MethodSettingView> MethodSettings,
    IReadOnlyDictionary<string, string>? Variables,
    AccessLogView? AccessLogSettings,
    bool TracingEnabled,
    long CreatedDate,
    long LastUpdatedDate)
{
    public static StageView Of(Stage stage) => new(
        stage.Name,
        stage.DeploymentId,
        stage.Description,
        CacheClusterEnabled: false,
        "NOT_AVAILABLE",
        stage.Throttles.ToDictionary(
            pair => KeyOf(pair.Key), pair => new MethodSettingView(pair.Value.BurstLimit, pair.Value.RateLimit)),
        stage.Variables.IsEmpty ? null : stage.Variables,
        stage.AccessLogFormat is { } format ? new(format.Source, stage.AccessLogDestination) : null,
        TracingEnabled: false,
        stage.CreatedDate.ToUnixTimeSeconds(),
        stage.LastUpdatedDate.ToUnixTimeSeconds());

    // */* for all methods, ~1v1~1chat/POST for one.
    private static string KeyOf(MethodPath method) => method == MethodPath.All
        ? "*/*"
        : $"{method.Path.Replace("/", "~1", StringComparison.Ordinal)}/{method.HttpMethod}";
}

/// <summary>Throttle of a method in a stage.</summary>
internal sealed record MethodSettingView(int? ThrottlingBurstLimit, double? ThrottlingRateLimit);

/// <summary>Access log of a stage.</summary>
internal sealed record AccessLogView(string Format, string? DestinationArn);
