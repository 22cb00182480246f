using Amazon.CDK;
using Amazon.CDK.AWS.CloudWatch;

namespace BedrockGateway.Infra.Constructs.Monitoring;

/// <summary>The metrics that alarms and the dashboard show, over five minutes each.</summary>
internal sealed class GatewayMetrics(GatewaySettings settings, string usagePlanId)
{
    private static readonly Duration Period = Duration.Minutes(5);

    /// <summary>Namespace of the metrics that are taken from log lines: the access log's, and the functions'.</summary>
    public string OwnNamespace => settings.StackName;

    public Metric OfApi(string name, string statistic, string? label = null) => Make(
        "AWS/ApiGateway",
        name,
        statistic,
        label,
        new() { ["ApiName"] = settings.StackName, ["Stage"] = settings.StageName });

    public static Metric OfFunction(string functionName, string name, string statistic, string? label = null) =>
        Make("AWS/Lambda", name, statistic, label, new() { ["FunctionName"] = functionName });

    /// <summary>A metric of Lambda over the whole account and Region.</summary>
    public static Metric OfAccount(string name, string statistic) => Make("AWS/Lambda", name, statistic, null, null);

    public Metric OfRefusals(string name) => Make(OwnNamespace, name, "Sum", null, null);

    /// <summary>A metric of all calls of models, from the lines that the function writes.</summary>
    public Metric OfModels(string name, string statistic) =>
        Make(OwnNamespace, name, statistic, null, new() { ["Plan"] = usagePlanId });

    /// <summary>The same of each model; which there are is not known before somebody calls one.</summary>
    public MathExpression ByModel(string name, string statistic) => Math(
        $"SEARCH('{{\"{OwnNamespace}\",Model,Plan}} MetricName=\"{name}\"', '{statistic}', 300)", string.Empty);

    public static MathExpression Math(
        string expression, string label, params (string Id, IMetric Metric)[] metrics) =>
        new(new MathExpressionProps
        {
            Expression = expression,
            Label = label,
            Period = Period,
            UsingMetrics = metrics.ToDictionary(metric => metric.Id, metric => metric.Metric),
        });

    private static Metric Make(
        string metricNamespace, string name, string statistic, string? label, Dictionary<string, string>? dimensions) =>
        new(new MetricProps
        {
            Namespace = metricNamespace,
            MetricName = name,
            Statistic = statistic,
            Label = label,
            Period = Period,
            DimensionsMap = dimensions,
        });
}
