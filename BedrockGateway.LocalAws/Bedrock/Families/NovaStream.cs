using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Conversations;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Nova's chunks: the events of ConverseStream, each in an object under its name.</summary>
internal sealed class NovaStream : INativeStream
{
    /// <inheritdoc/>
    public IEnumerable<JsonObject> Write(ReplyEvent step)
    {
        if (ConverseEvents.Of(step) is var (name, body))
        {
            yield return new() { [name] = body };
        }

        if (step is ReplyEnded { Usage: var usage })
        {
            yield return new()
            {
                ["metadata"] = new JsonObject
                {
                    ["usage"] = Nova.Usage(usage),
                    ["metrics"] = new JsonObject(),
                    ["trace"] = new JsonObject(),
                },
            };
        }
    }
}
