using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.WafV2;

/// <summary>
/// What a web ACL must have: one default action, and rules that each do one thing in an order of their own.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/waf/latest/APIReference/API_Rule.html</remarks>
internal static class WebAclRules
{
    private const int LowestRateLimit = 10;

    // What another group's or a managed rule decides may be overridden; any other rule has an action of its own.
    private static readonly string[] GroupStatements = ["ManagedRuleGroupStatement", "RuleGroupReferenceStatement"];

    /// <exception cref="AwsFault"><c>WAFInvalidParameterException</c>: no web ACL is like that.</exception>
    public static void Check(JsonObject acl)
    {
        if (acl.RequiredText("Scope") is not ("REGIONAL" or "CLOUDFRONT"))
        {
            throw Invalid("SCOPE_VALUE", "scope is not REGIONAL or CLOUDFRONT");
        }

        RequireOne(acl.Object("DefaultAction"), "DEFAULT_ACTION", "Allow", "Block");
        CheckVisibility(acl);
        var priorities = new HashSet<int?>();
        foreach (var rule in acl.Objects("Rules"))
        {
            var name = rule.RequiredText("Name");
            if (!priorities.Add(rule.Whole("Priority")))
            {
                throw Invalid("RULE", $"the priority of rule {name} is taken");
            }

            CheckVisibility(rule);
            CheckStatement(rule, name);
        }
    }

    private static void CheckStatement(JsonObject rule, string name)
    {
        if (rule.Object("Statement") is not { Count: 1 } statement)
        {
            throw Invalid("STATEMENT", $"rule {name} must have exactly one statement");
        }

        if (GroupStatements.Any(statement.ContainsKey))
        {
            RequireOne(rule.Object("OverrideAction"), "RULE_ACTION", "Count", "None");
        }
        else
        {
            RequireOne(rule.Object("Action"), "RULE_ACTION", "Allow", "Block", "Count", "Captcha", "Challenge");
        }

        if (statement.Object("RateBasedStatement") is { } rate
            && (rate.Whole("Limit") is not >= LowestRateLimit || rate.Text("AggregateKeyType") is null))
        {
            throw Invalid(
                "RATE_BASED_STATEMENT", $"rule {name} must have an aggregate key and a limit from {LowestRateLimit}");
        }
    }

    private static void CheckVisibility(JsonObject owner)
    {
        var visibility = owner.Object("VisibilityConfig")
            ?? throw Invalid("METRIC_NAME", "VisibilityConfig is missing");
        visibility.RequiredText("MetricName");
        visibility.Require("CloudWatchMetricsEnabled");
        visibility.Require("SampledRequestsEnabled");
    }

    private static void RequireOne(JsonObject? action, string field, params string[] known)
    {
        if (action is not { Count: 1 } || !known.Contains(action.Single().Key))
        {
            throw Invalid(field, $"exactly one of {string.Join(", ", known)} is needed");
        }
    }

    private static AwsFault Invalid(string field, string reason) => new(
        "WAFInvalidParameterException",
        $"Error reason: {reason}., field: {field}");
}
