using Amazon.CDK.AWS.CloudWatch;
using Amazon.CDK.AWS.CloudWatch.Actions;
using Amazon.CDK.AWS.SNS;
using Constructs;

namespace BedrockGateway.Infra.Constructs.Monitoring;

/// <summary>What somebody should look at, mailed to <c>ALARM_EMAIL</c> where that is set.</summary>
internal sealed class AlarmsConstruct : Construct
{
    private const double ConcurrencyShare = 0.8;

    private readonly IAlarmAction? _mail;

    public AlarmsConstruct(
        Construct scope, string id, FunctionNames names, GatewayMetrics metrics, GatewaySettings settings)
        : base(scope, id)
    {
        _mail = settings.AlarmEmail is { } address ? Mail(address, settings) : null;
        AddApiAlarms(metrics, settings);
        AddFunctionAlarms(names, settings);
        if (settings.ApiGatewayLogRole is not ApiGatewayLogRole.None)
        {
            Add(
                "RefusedClients",
                "Clients are refused with 429: they call too fast, or their quota is used up.",
                GatewayMetrics.Math(
                    "throttled + overQuota",
                    "Refused requests",
                    ("throttled", metrics.OfRefusals(RefusalFilters.Throttled)),
                    ("overQuota", metrics.OfRefusals(RefusalFilters.OverQuota))),
                settings.AlarmRefusedRequests);
        }
    }

    private void AddApiAlarms(GatewayMetrics metrics, GatewaySettings settings)
    {
        Add(
            "ServerErrors",
            $"More than {settings.AlarmErrorPercent} % of requests were answered with a 5XX.",
            GatewayMetrics.Math(
                "IF(requests > 0, 100 * errors / requests, 0)",
                "Requests answered with a 5XX (%)",
                ("errors", metrics.OfApi("5XXError", "Sum")),
                ("requests", metrics.OfApi("Count", "Sum"))),
            settings.AlarmErrorPercent);
        Add(
            "Latency",
            $"One request in a hundred took more than {settings.AlarmLatencySeconds} s.",
            metrics.OfApi("Latency", "p99"),
            1000 * settings.AlarmLatencySeconds);
        Add(
            "ModelErrors",
            $"More than {settings.AlarmErrorPercent} % of the calls of models failed, not counting wrong requests.",
            GatewayMetrics.Math(
                "IF(calls > 0, 100 * failed / calls, 0)",
                "Failed calls of models (%)",
                ("failed", metrics.OfModels("ModelErrors", "Sum")),
                ("calls", metrics.OfModels("ModelErrors", "SampleCount"))),
            settings.AlarmErrorPercent);
    }

    private void AddFunctionAlarms(FunctionNames names, GatewaySettings settings)
    {
        // A registration that the trigger refuses is an error to Lambda and none to anybody else.
        foreach (var (id, name) in new[] { ("Accounts", names.Accounts), ("Models", names.Models) })
        {
            Add($"{id}Errors", $"{name} failed.", GatewayMetrics.OfFunction(name, "Errors", "Sum"), 0);
        }

        foreach (var (id, name) in names.All(settings))
        {
            Add(
                $"{id}Throttles",
                $"Lambda would not run {name}: the account has no more concurrent executions.",
                GatewayMetrics.OfFunction(name, "Throttles", "Sum"),
                0);
        }

        Add(
            "Concurrency",
            $"Lambda uses more than 80 % of the account's {settings.AccountConcurrency} concurrent executions.",
            GatewayMetrics.OfAccount("ClaimedAccountConcurrency", "Maximum"),
            ConcurrencyShare * settings.AccountConcurrency);
    }

    private void Add(string id, string description, IMetric metric, double above)
    {
        var alarm = new Alarm(this, id, new AlarmProps
        {
            AlarmDescription = description,
            Metric = metric,
            ComparisonOperator = ComparisonOperator.GREATER_THAN_THRESHOLD,
            Threshold = above,
            EvaluationPeriods = 1,
            // Nobody calling is no failure.
            TreatMissingData = TreatMissingData.NOT_BREACHING,
        });
        if (_mail is not null)
        {
            alarm.AddAlarmAction(_mail);
            alarm.AddOkAction(_mail);
        }
    }

    private SnsAction Mail(string address, GatewaySettings settings)
    {
        var topic = new Topic(this, "Topic", new TopicProps { DisplayName = $"Alarms of {settings.StackName}" });
        _ = new CfnSubscription(this, "Mail", new CfnSubscriptionProps
        {
            TopicArn = topic.TopicArn,
            Protocol = "email",
            Endpoint = address,
        });
        return new(topic);
    }
}
