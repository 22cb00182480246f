using Amazon.CDK.AWS.CloudWatch;
using Constructs;

namespace BedrockGateway.Infra.Constructs.Monitoring;

/// <summary>One page of CloudWatch: traffic, latency, errors, throttles, models used.</summary>
internal sealed class DashboardConstruct : Construct
{
    private const int HalfWidth = 12;

    private readonly GatewayMetrics _metrics;

    public DashboardConstruct(
        Construct scope, string id, FunctionNames names, GatewayMetrics metrics, GatewaySettings settings)
        : base(scope, id)
    {
        _metrics = metrics;
        var functions = names.All(settings).Select(function => function.Name).ToArray();
        _ = new Dashboard(this, "Dashboard", new DashboardProps
        {
            DashboardName = settings.StackName,
            Widgets = new IWidget[][]
            {
                [Traffic(), Latency()],
                [Functions("Errors of functions", functions, "Errors", "Sum"), Refusals(functions, settings)],
                [
                    Functions("Slowest run of functions (ms)", functions, "Duration", "Maximum"),
                    Functions("Concurrent runs of functions", functions, "ConcurrentExecutions", "Maximum"),
                ],
                // A value for each call, so their count is that of the calls.
                [
                    Models("Calls by model", "ModelErrors", "SampleCount"),
                    Models("Errors by model", "ModelErrors", "Sum"),
                ],
                [
                    Models("Tokens in by model", "InputTokens", "Sum"),
                    Models("Tokens out by model", "OutputTokens", "Sum"),
                ],
                [
                    Models("Half of the calls within (ms), by model", "ModelLatency", "p50"),
                    Models("99 % of the calls within (ms), by model", "ModelLatency", "p99"),
                ],
            },
        });
    }

    private GraphWidget Traffic() => Graph(
        "Requests",
        _metrics.OfApi("Count", "Sum", "All"),
        _metrics.OfApi("4XXError", "Sum", "Answered with a 4XX"),
        _metrics.OfApi("5XXError", "Sum", "Answered with a 5XX"));

    private GraphWidget Latency() => Graph(
        "Latency (ms)",
        _metrics.OfApi("Latency", "p50", "Half of them within"),
        _metrics.OfApi("Latency", "p99", "99 % within"),
        _metrics.OfApi("IntegrationLatency", "p99", "99 % within, functions alone"));

    private static GraphWidget Functions(string title, string[] functions, string name, string statistic) => Graph(
        title, [.. functions.Select(function => GatewayMetrics.OfFunction(function, name, statistic))]);

    private GraphWidget Refusals(string[] functions, GatewaySettings settings)
    {
        var throttles = functions.Select(
            function => GatewayMetrics.OfFunction(function, "Throttles", "Sum", $"{function} throttled by Lambda"));
        return Graph(
            "Throttles",
            settings.ApiGatewayLogRole is ApiGatewayLogRole.None
                ? [.. throttles]
                :
                [
                    _metrics.OfRefusals(RefusalFilters.Throttled),
                    _metrics.OfRefusals(RefusalFilters.OverQuota),
                    .. throttles,
                ]);
    }

    private GraphWidget Models(string title, string metric, string statistic) =>
        Graph(title, _metrics.ByModel(metric, statistic));

    private static GraphWidget Graph(string title, params IMetric[] metrics) =>
        new(new GraphWidgetProps { Title = title, Width = HalfWidth, Left = metrics });
}
