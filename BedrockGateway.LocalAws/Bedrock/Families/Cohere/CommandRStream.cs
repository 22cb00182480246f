using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.Cohere;

/// <summary>Command R's events: the last one repeats the whole reply.</summary>
internal sealed class CommandRStream(ModelRequest request) : INativeStream
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _input = new();
    private readonly List<ReplyBlock> _calls = [];

    /// <inheritdoc/>
    public IEnumerable<JsonObject> Write(ReplyEvent step)
    {
        switch (step)
        {
            case ReplyStarted:
                return [new()
                {
                    ["event_type"] = "stream-start",
                    ["generation_id"] = DigestIds.Uuid(request.Digest, 1),
                    ["is_finished"] = false,
                }];
            case BlockDelta { Kind: DeltaKind.Text, Text: var text }:
                _text.Append(text);
                return [new() { ["event_type"] = "text-generation", ["text"] = text, ["is_finished"] = false }];
            case BlockDelta { Kind: DeltaKind.Input, Text: var text }:
                _input.Append(text);
                return [];
            case BlockEnded { Block: ToolUseBlock use }:
                _calls.Add(use with { Input = JsonNode.Parse(_input.ToString()) as JsonObject ?? [] });
                _input.Clear();
                return [];
            case ReplyEnded ended:
                return End(ended);
            default:
                return [];
        }
    }

    private IEnumerable<JsonObject> End(ReplyEnded ended)
    {
        var reply = new Reply([new TextBlock(_text.ToString()), .. _calls], ended.Ending, ended.Usage);
        if (_calls.Count > 0)
        {
            yield return new()
            {
                ["event_type"] = "tool-calls-generation",
                ["tool_calls"] = CommandR.Calls(reply),
                ["is_finished"] = false,
            };
        }

        yield return new()
        {
            ["event_type"] = "stream-end",
            ["finish_reason"] = CommandR.Word(ended.Ending),
            ["response"] = CommandR.Whole(request, reply),
            ["is_finished"] = true,
        };
    }
}
