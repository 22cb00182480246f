using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>
/// A family whose models answer a prompt with text: reading the one and writing the other is all that differs.
/// </summary>
internal interface ITextFamily : IModelFamily
{
    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: the body is not what the family takes.</exception>
    Prompt Read(JsonObject body);

    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: more is asked for than the model writes.</exception>
    void CheckLimit(ModelRequest request, Prompt prompt)
    {
    }

    /// <summary>The whole reply in the family's own JSON.</summary>
    JsonObject Write(ModelRequest request, Reply reply);

    /// <summary>What writes the chunks of one streamed reply.</summary>
    INativeStream Stream(ModelRequest request);
}

/// <summary>The chunks of one reply in a family's own JSON.</summary>
internal interface INativeStream
{
    /// <summary>What a step of the reply adds to the stream; the last step adds one chunk at least.</summary>
    IEnumerable<JsonObject> Write(ReplyEvent step);
}
