using System.Text.Json;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Plans;

/// <summary>The plans of this stack, the default first.</summary>
/// <remarks>
/// The stack says them in <c>AWS__Resources__Plans</c>, by their names:
/// <c>{"default":{"id":"abc123"},"pro":{"id":"def456","models":"anthropic.*,amazon.nova-*"}}</c>. Where it says nothing
/// there is the default alone.
/// </remarks>
internal sealed class PlanList
{
    private PlanList(List<Plan> all) => All = all;

    public IReadOnlyList<Plan> All { get; }

    public Plan Default => All[0];

    /// <param name="json">The setting; none or empty where there is the default alone.</param>
    /// <param name="defaultId">Id of the usage plan that new keys join.</param>
    /// <returns><see langword="null"/> where the setting is no such JSON.</returns>
    public static PlanList? TryParse(string? json, string defaultId)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return new([new(Plan.DefaultName, defaultId, AllowedModels.Parse(null))]);
        }

        try
        {
            var root = JsonElement.Parse(json);
            var plans = root.ValueKind is JsonValueKind.Object
                ? root.EnumerateObject().Select(Read).OfType<Plan>().ToList()
                : [];
            return plans is [{ Name: Plan.DefaultName } first, ..] && first.Id == defaultId
                && plans.Count == root.GetPropertyCount()
                    ? new(plans)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns><see langword="null"/> where there is no plan of that name.</returns>
    public Plan? Find(string name) => All.FirstOrDefault(plan => plan.Name == name);

    /// <returns><see langword="null"/> where the usage plan is none of this stack's.</returns>
    public Plan? FindById(string usagePlanId) => All.FirstOrDefault(plan => plan.Id == usagePlanId);

    /// <summary>By which name people know a usage plan.</summary>
    public string NameOf(UsagePlan plan) => FindById(plan.Id)?.Name ?? plan.Name;

    /// <summary>The plan of a user who is in these groups; a group whose plan has gone means the default.</summary>
    public Plan Of(IReadOnlyCollection<string> groups) =>
        All.FirstOrDefault(plan => plan.Group is { } group && groups.Contains(group)) ?? Default;

    private static Plan? Read(JsonProperty plan) =>
        plan.Value.ValueKind is JsonValueKind.Object
        && plan.Value.TryGetProperty("id", out var id) && id.ValueKind is JsonValueKind.String
            ? new(plan.Name, id.GetString()!, AllowedModels.Parse(ModelsOf(plan.Value)))
            : null;

    private static string? ModelsOf(JsonElement plan) =>
        plan.TryGetProperty("models", out var models) && models.ValueKind is JsonValueKind.String
            ? models.GetString()
            : null;
}
