using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Events.Operations;
using BedrockGateway.LocalAws.Iam.Permissions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Events;

/// <summary>Amazon EventBridge: rules that invoke functions by the clock.</summary>
internal static class EventsRegistration
{
    public static IServiceCollection AddEvents(this IServiceCollection services) => services
        .AddSingleton<EventRuleStore>()
        .AddSingleton<RuleDelivery>()
        .AddHostedService<RuleTimers>()
        .AddSingleton<IServicePermissions, EventsPermissions>()
        .AddSingleton<IResourceHandler, RuleHandler>()
        .AddSingleton<IAwsService>(provider => new AwsJsonService(
            "events",
            "AWSEvents",
            () => Map(provider.GetRequiredService<EventRuleStore>(), provider.GetRequiredService<TimeProvider>())));

    private static AwsJsonOperations Map(EventRuleStore rules, TimeProvider clock)
    {
        var json = EventsJsonContext.Default;
        return new AwsJsonOperations()
            .Map("DeleteRule", json.RuleReference, json.NoContent, request => DeleteRule.Handle(request, rules))
            .Map("DescribeRule", json.RuleReference, json.RuleDescription,
                request => DescribeRule.Handle(request, rules))
            .Map("DisableRule", json.RuleReference, json.NoContent, request => DisableRule.Handle(request, rules))
            .Map("EnableRule", json.RuleReference, json.NoContent,
                request => EnableRule.Handle(request, rules, clock))
            .Map("ListRules", json.ListRulesRequest, json.ListRulesResponse,
                request => ListRules.Handle(request, rules))
            .Map("ListTargetsByRule", json.ListTargetsByRuleRequest, json.ListTargetsByRuleResponse,
                request => ListTargetsByRule.Handle(request, rules))
            .Map("PutRule", json.PutRuleRequest, json.PutRuleResponse,
                request => PutRule.Handle(request, rules, clock))
            .Map("PutTargets", json.PutTargetsRequest, json.FailedEntries,
                request => PutTargets.Handle(request, rules))
            .Map("RemoveTargets", json.RemoveTargetsRequest, json.FailedEntries,
                request => RemoveTargets.Handle(request, rules));
    }
}
