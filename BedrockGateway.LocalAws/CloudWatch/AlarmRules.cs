using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudWatch;

/// <summary>What an alarm must have: one metric, or metric math of which one result counts.</summary>
/// <remarks>
/// Expressions are not parsed; they may only use ids that the alarm has.
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
/// </remarks>
internal static partial class AlarmRules
{
    private static readonly string[] Comparisons =
    [
        "GreaterThanOrEqualToThreshold", "GreaterThanThreshold", "LessThanThreshold", "LessThanOrEqualToThreshold",
        "LessThanLowerOrGreaterThanUpperThreshold", "LessThanLowerThreshold", "GreaterThanUpperThreshold",
    ];

    /// <exception cref="AwsFault"><c>ValidationError</c>: no alarm is like that.</exception>
    public static void Check(JsonObject alarm)
    {
        var comparison = alarm.RequiredText("ComparisonOperator");
        if (!Comparisons.Contains(comparison))
        {
            throw ValidationFault.Of(
                $"Properties validation failed: #/ComparisonOperator: {comparison} is not a valid enum value");
        }

        if (alarm.Whole("EvaluationPeriods") is not >= 1)
        {
            throw ValidationFault.Of("Properties validation failed: #: required key [EvaluationPeriods] not found");
        }

        if (alarm["Metrics"] is JsonArray)
        {
            CheckMath(alarm);
        }
        else
        {
            alarm.RequiredText("MetricName");
            alarm.RequiredText("Namespace");
            RequireStatistic(alarm);
        }
    }

    private static void RequireStatistic(JsonObject alarm)
    {
        if (alarm.Text("Statistic") is null == alarm.Text("ExtendedStatistic") is null)
        {
            throw ValidationFault.Of("Exactly one of Statistic and ExtendedStatistic must be specified.");
        }

        if (alarm.Whole("Period") is not >= 1)
        {
            throw ValidationFault.Of("The parameter Period must be specified.");
        }
    }

    private static void CheckMath(JsonObject alarm)
    {
        if (alarm.Text("MetricName") is not null)
        {
            throw ValidationFault.Of("Metrics and MetricName cannot both be specified.");
        }

        var queries = alarm.Objects("Metrics").ToList();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var query in queries)
        {
            CheckQuery(query, ids);
        }

        foreach (var expression in queries.Select(query => query.Text("Expression")).OfType<string>())
        {
            CheckExpression(expression, ids);
        }

        // A query returns data unless it says otherwise.
        if (queries.Count(query => query.Text("ReturnData") is null || query.Flag("ReturnData")) != 1)
        {
            throw ValidationFault.Of("Exactly one element of the metrics list should return data.");
        }
    }

    private static void CheckQuery(JsonObject query, HashSet<string> ids)
    {
        var id = query.RequiredText("Id");
        if (!Id().IsMatch(id) || !ids.Add(id))
        {
            throw ValidationFault.Of($"The value '{id}' for the parameter Id is not matching the expected pattern, "
                + "or it is not unique.");
        }

        if (query.Text("Expression") is null == query.Object("MetricStat") is null)
        {
            throw ValidationFault.Of(
                $"Invalid metrics list: '{id}' must have exactly one of Expression and MetricStat.");
        }

        if (query.Object("MetricStat") is { } metric)
        {
            metric.RequiredText("Stat");
            metric.Require("Period");
            (metric.Object("Metric") ?? []).RequiredText("MetricName");
        }
    }

    // Names of functions are upper-case, and ids begin with a lower-case letter.
    private static void CheckExpression(string expression, HashSet<string> ids)
    {
        foreach (Match name in Name().Matches(Quoted().Replace(expression, string.Empty)))
        {
            if (!ids.Contains(name.Value))
            {
                throw ValidationFault.Of($"Invalid metrics list: the expression '{expression}' uses the unknown id "
                    + $"'{name.Value}'.");
            }
        }
    }

    [GeneratedRegex(@"\A[a-z][a-zA-Z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();

    [GeneratedRegex(@"(?<![A-Za-z0-9_])[a-z][a-zA-Z0-9_]*", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex("'[^']*'|\"[^\"]*\"", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();
}
