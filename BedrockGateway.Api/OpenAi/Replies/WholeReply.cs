using System.Text;
using System.Text.Json;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Replies;

/// <summary>All that a model answered.</summary>
internal sealed class WholeReply
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _thought = new();
    private readonly List<ToolUse> _uses = [];
    private int _seals;

    public string Text => _text.ToString();

    /// <summary>What the model thought; empty for nothing.</summary>
    public string Thought => _thought.ToString();

    /// <summary>The seal on the thought; <see langword="null"/> for none.</summary>
    public string? Signature { get; private set; }

    public IReadOnlyList<ToolUse> Uses => _uses;

    /// <summary>Bedrock's stop reason.</summary>
    public string StopReason { get; private set; } = "";

    /// <exception cref="Upstream.BedrockFault">502: it is no reply of Converse's.</exception>
    public static WholeReply Read(JsonElement reply, ReplyView view)
    {
        var whole = new WholeReply();
        foreach (var said in ConverseEvent.ReadAll(reply))
        {
            foreach (var seen in view.Take(said))
            {
                whole.Add(seen);
            }
        }

        return whole;
    }

    private void Add(in ConverseEvent seen)
    {
        switch (seen.Kind)
        {
            case ConverseEventKind.Text:
                _text.Append(seen.Text);
                break;
            case ConverseEventKind.Reasoning:
                _thought.Append(seen.Text);
                break;
            case ConverseEventKind.Signature:
                // One seal does not fit several thoughts.
                Signature = _seals++ == 0 ? seen.Text : null;
                break;
            case ConverseEventKind.ToolStart:
                _uses.Add(new(seen.ToolId, seen.Text, new()));
                break;
            case ConverseEventKind.ToolInput:
                _uses[seen.Block].Arguments.Append(seen.Text);
                break;
            default:
                StopReason = seen.Text;
                break;
        }
    }
}

/// <summary>A tool that the model wants to be used, with its arguments in JSON.</summary>
internal sealed record ToolUse(string Id, string Name, StringBuilder Arguments)
{
    // A record would print the reply.
    public override string ToString() => Name;
}
