using System.Text.Json;

namespace BedrockGateway.Api.Triggers;

/// <summary>Hands an event of the user pool to the trigger that its source names.</summary>
internal sealed class TriggerRouter(DomainRule rule, bool confirms)
{
    private readonly PreSignupHandler _preSignup = new(rule, confirms);
    private readonly PreTokenGenerationHandler _preTokenGeneration = new(rule);

    /// <returns>The event with its response.</returns>
    /// <exception cref="RefusedException">The user may not register, or gets no tokens.</exception>
    /// <exception cref="NotSupportedException">The pool calls this function for something else.</exception>
    public JsonElement Handle(JsonElement request)
    {
        var wire = TriggerJsonContext.Default;
        var source = request.TryGetProperty("triggerSource", out var name) ? name.GetString() ?? "" : "";
        if (source.StartsWith("PreSignUp_", StringComparison.Ordinal))
        {
            var answer = _preSignup.Handle(request.Deserialize(wire.CognitoPreSignupEvent)!);
            return JsonSerializer.SerializeToElement(answer, wire.CognitoPreSignupEvent);
        }

        if (source.StartsWith("TokenGeneration_", StringComparison.Ordinal))
        {
            var answer = _preTokenGeneration.Handle(request.Deserialize(wire.CognitoPreTokenGenerationEvent)!);
            return JsonSerializer.SerializeToElement(answer, wire.CognitoPreTokenGenerationEvent);
        }

        throw new NotSupportedException($"This function is no trigger of the kind {source}.");
    }
}
