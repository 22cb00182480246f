using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Calls;

/// <summary>What a client asks of a model, in whichever dialect.</summary>
/// <param name="Model">The model's name as the client gave it: an id, an ARN, a profile or an alias.</param>
/// <param name="Operation">What is asked, as <c>gen_ai.operation.name</c> names it.</param>
/// <param name="Content">The client's body, in JSON.</param>
/// <param name="CallOf">
/// Makes the request for the model of this id. It is asked again for each model that stands in for another, and not for
/// another attempt.
/// </param>
internal sealed record ModelAsk(
    string Model, string Operation, ReadOnlyMemory<byte> Content, Func<string, BedrockCall> CallOf)
{
    // A record would print the prompt.
    public override string ToString() => $"{Operation} {Model}";
}
