using System.Text.Json;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>Tells fault rules that can apply from those that never would, or that contradict themselves.</summary>
internal sealed class FaultChecks(IEnumerable<IAwsService> services)
{
    /// <exception cref="FormatException">The text is no JSON list of rules, or one of them cannot apply.</exception>
    public IReadOnlyList<FaultRule> ReadList(string json)
    {
        try
        {
            var rules = JsonSerializer.Deserialize(json, EdgeJsonContext.Default.IReadOnlyListFaultRule)
                ?? throw new JsonException("The list is null.");
            foreach (var rule in rules)
            {
                Require(rule ?? throw new JsonException("A rule is null."));
            }

            return rules;
        }
        catch (JsonException invalid)
        {
            throw new FormatException($"The faults are no JSON list of rules: {invalid.Message}", invalid);
        }
    }

    /// <exception cref="FormatException">The rule cannot apply; the message says why.</exception>
    public void Require(FaultRule rule)
    {
        if (ProblemOf(rule) is { } problem)
        {
            throw new FormatException($"The fault of {rule.Service}:{rule.Operation} cannot be injected: {problem}");
        }
    }

    private string? ProblemOf(FaultRule rule)
    {
        var operations = services.Where(service => service.Name == rule.Service).ToList();
        return rule switch
        {
            _ when operations.Count == 0 => "there is no such service.",
            _ when rule.Operation != "*" && !operations.Any(service => service.Operations.Contains(rule.Operation)) =>
                "the service has no such operation.",
            { Status: < 400 or > 599 } => $"status {rule.Status} is not 400 to 599.",
            { LatencyMs: < 0 } or { EventLatencyMs: < 0 } => "a delay is below 0.",
            { Times: < 1 } => $"times {rule.Times} is below 1.",
            { After: < 0 } or { AfterEvents: < 0 } => "it starts after less than 0.",
            { Drop: not null, Code: not null } or { Drop: not null, Then: not null } =>
                "drop leaves nothing to be said by code or then.",
            { Then: not null, AfterEvents: null } => "then needs afterEvents.",
            _ => null,
        };
    }
}
