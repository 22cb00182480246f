using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Wire;

/// <summary>Makes a dialect's events of Bedrock's; one for each reply.</summary>
internal interface IEventTranslator
{
    /// <summary>Writes what one event of Bedrock's says; nothing, if that is nothing to this dialect.</summary>
    /// <exception cref="BedrockFault">502: the event is not what Bedrock sends.</exception>
    void Take(in EventFrame frame, EventWriter output);

    /// <summary>Writes what comes after the last event.</summary>
    /// <exception cref="BedrockFault">502: the model's reply is not complete.</exception>
    void End(EventWriter output);
}
