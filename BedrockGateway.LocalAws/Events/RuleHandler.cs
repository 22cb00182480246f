using System.Collections.Immutable;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary><c>AWS::Events::Rule</c>: a schedule that invokes functions.</summary>
/// <remarks>
/// Ignores <c>Tags</c>, and of targets <c>RetryPolicy</c> and <c>DeadLetterConfig</c>: a function here can always be
/// reached. Refuses event patterns, other buses, and targets that are no functions or change their input. Source:
/// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html
/// </remarks>
internal sealed class RuleHandler(EventRuleStore rules, TimeProvider clock) : IResourceHandler
{
    private static readonly string[] Ignored = ["Arn", "DeadLetterConfig", "Id", "Input", "RetryPolicy"];

    public string Type => "AWS::Events::Rule";

    public IReadOnlySet<string> CreateOnlyProperties { get; } = new HashSet<string> { "EventBusName", "Name" };

    /// <exception cref="AwsFault">What <see cref="RuleChecks"/> refuses, or the name is taken.</exception>
    public ValueTask<ResourceResult> CreateAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        var name = request.Properties.Text("Name") ?? request.GenerateName(RuleChecks.MaxNameLength);
        var rule = Read(name, request.Properties);
        rules.Put(name, former => former is null
            ? rule
            : throw new AwsFault("ResourceAlreadyExistsException", $"{name} already exists."));
        return new(Describe(rule));
    }

    public ValueTask<ResourceResult> UpdateAsync(
        ResourceRequest request,
        string physicalId,
        JsonObject previousProperties,
        CancellationToken cancellationToken)
    {
        var rule = Read(physicalId, request.Properties);
        rules.Put(physicalId, former => rule.Continue(former));
        return new(Describe(rule));
    }

    public ValueTask DeleteAsync(string physicalId, JsonObject properties, CancellationToken cancellationToken)
    {
        rules.Remove(physicalId);
        return default;
    }

    private static RuleTarget Target(JsonObject properties)
    {
        var refused = properties.Select(property => property.Key).Except(Ignored, StringComparer.Ordinal);
        return refused.FirstOrDefault() is { } name
            ? throw AwsFault.NotEmulated("events", $"target with {name}")
            : new(properties.RequiredText("Id"), properties.RequiredText("Arn"), properties.Text("Input"));
    }

    private static ResourceResult Describe(EventRule rule) =>
        new(rule.Name, new Dictionary<string, string> { ["Arn"] = rule.Arn });

    private EventRule Read(string name, JsonObject properties)
    {
        EventBus.RequireDefault(properties.Text("EventBusName"));
        var expression = properties.Text("ScheduleExpression");
        RuleChecks.Require(name, expression, properties.Object("EventPattern")?.ToJsonString());
        var rule = new EventRule(name, rules.ArnOf(name), expression!, clock.GetUtcNow())
        {
            Description = properties.Text("Description"),
            IsEnabled = RuleState.Parse(properties.Text("State")),
            Targets = properties.Objects("Targets").Select(Target)
                .ToImmutableSortedDictionary(target => target.Id, target => target, StringComparer.Ordinal),
        };
        RuleChecks.Require(rule);
        return rule;
    }
}
