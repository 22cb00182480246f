using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Models;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Plans;

/// <summary>Which models a caller may call: those that the gateway allows, and of these those of the plan.</summary>
/// <remarks>
/// The ID token names the user's groups, and so the plan. Who moves to another plan has its models with the next token,
/// and its rate and quota at once.
/// </remarks>
internal sealed class ModelRights(AllowedModels gateway, PlanList plans)
{
    public bool Allows(Caller caller, string id) => gateway.Allows(id) && PlanOf(caller).Models.Allows(id);

    /// <summary>Whether a foundation model can be called by its id or by one of its profiles.</summary>
    public bool Lists(Caller caller, string modelId) =>
        gateway.Lists(modelId) && PlanOf(caller).Models.Lists(modelId);

    /// <summary>Those of the models that a name stands for which may be called.</summary>
    /// <exception cref="RequestFault">403: there is none.</exception>
    public string[] Pick(Caller caller, string name, string[] models)
    {
        var allowed = Array.FindAll(models, gateway.Allows);
        if (allowed.Length == 0)
        {
            throw Refusal($"This gateway does not allow the model {name}.");
        }

        var plan = PlanOf(caller);
        return Array.FindAll(allowed, plan.Models.Allows) is { Length: > 0 } callable
            ? callable
            : throw Refusal($"The plan {plan.Name} does not allow the model {name}.");
    }

    private Plan PlanOf(Caller caller) => plans.Of(caller.Groups);

    private static RequestFault Refusal(string message)
    {
        Counters.CountRejection(Counters.ModelNotAllowed);
        return new(StatusCodes.Status403Forbidden, $"{message} GET /bedrock lists those that it allows.")
        {
            Code = "model_not_allowed",
            Parameter = "model",
        };
    }
}
