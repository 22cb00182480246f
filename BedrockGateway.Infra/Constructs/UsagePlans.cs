using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.CDK.AWS.APIGateway;
using BedrockGateway.Infra.Settings;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>One usage plan for each plan of the settings.</summary>
internal sealed class UsagePlans
{
    // Tokens of CDK have braces and brackets, which must stay what they are.
    private static readonly JsonSerializerOptions AsItIs =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly IReadOnlyList<(PlanTerms Terms, UsagePlan Plan)> _plans;

    private UsagePlans(IReadOnlyList<(PlanTerms Terms, UsagePlan Plan)> plans) => _plans = plans;

    /// <summary>The plan that every new key joins.</summary>
    public UsagePlan Default => _plans[0].Plan;

    public IEnumerable<string> Ids => _plans.Select(plan => plan.Plan.UsagePlanId);

    /// <summary>Names of the plans that a group of the pool stands for: all but the default.</summary>
    public IEnumerable<string> GroupedNames => _plans.Skip(1).Select(plan => plan.Terms.Name);

    /// <summary>
    /// What the functions learn of the plans, as JSON; <see langword="null"/> where there is only one and it limits no
    /// models.
    /// </summary>
    public string? Description => _plans is [{ Terms.Models: null }]
        ? null
        : new JsonObject(_plans.Select(plan => KeyValuePair.Create<string, JsonNode?>(plan.Terms.Name, Describe(plan))))
            .ToJsonString(AsItIs);

    public static UsagePlans AddTo(Construct scope, RestApi api, GatewaySettings settings) =>
        new([.. PlanTerms.Of(settings).Select(terms => (terms, Add(scope, api, settings.StackName, terms)))]);

    private static UsagePlan Add(Construct scope, RestApi api, string stackName, PlanTerms terms)
    {
        var id = terms.Name is PlanTerms.DefaultName ? "Plan" : $"Plan-{terms.Name}";
        return new UsagePlanConstruct(scope, id, api, stackName, terms).Plan;
    }

    private static JsonObject Describe((PlanTerms Terms, UsagePlan Plan) plan)
    {
        var description = new JsonObject { ["id"] = plan.Plan.UsagePlanId };
        if (plan.Terms.Models is { } models)
        {
            description["models"] = models;
        }

        return description;
    }
}
