using Amazon.CDK.AWS.Logs;
using Constructs;

namespace BedrockGateway.Infra.Constructs.Monitoring;

/// <summary>
/// Counts in the access log the requests that the gateway refused because a client was too fast or over its quota.
/// API Gateway's own metrics know them only among all 4XX.
/// </summary>
internal static class RefusalFilters
{
    public const string Throttled = "ThrottledRequests";

    public const string OverQuota = "OverQuotaRequests";

    public static void Add(Construct scope, string accessLogGroupName, GatewayMetrics metrics)
    {
        Add(Throttled, "THROTTLED");
        Add(OverQuota, "QUOTA_EXCEEDED");

        void Add(string metric, string errorType) => _ = new CfnMetricFilter(scope, metric, new CfnMetricFilterProps
        {
            LogGroupName = accessLogGroupName,
            FilterPattern = $"{{ $.{AccessLog.ErrorType} = \"{errorType}\" }}",
            MetricTransformations = new[]
            {
                new CfnMetricFilter.MetricTransformationProperty
                {
                    MetricName = metric,
                    MetricNamespace = metrics.OwnNamespace,
                    MetricValue = "1",
                    DefaultValue = 0,
                },
            },
        });
    }
}
