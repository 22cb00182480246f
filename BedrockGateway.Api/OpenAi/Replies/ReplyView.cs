using System.Text;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.OpenAi.Prompts;

namespace BedrockGateway.Api.OpenAi.Replies;

/// <summary>
/// A model's reply as the client may see it: tools under the client's names and counted from 0, no tool of our own.
/// </summary>
/// <param name="prompt">What was asked.</param>
/// <param name="modelId">The model that answers.</param>
/// <param name="keepsText">Whether <see cref="Text"/> is wanted.</param>
internal sealed class ReplyView(Prompt prompt, string modelId, bool keepsText)
{
    private readonly List<ConverseEvent> _seen = [];
    private readonly Dictionary<int, OpenTool> _tools = [];
    private readonly StringBuilder _text = new();

    private readonly FormattedAnswer _answer = new(prompt.Request.ForcesFormat(ModelTraits.Of(modelId)));
    private int _uses;

    /// <summary>The text of the answer so far.</summary>
    public string Text => _text.ToString();

    /// <summary>Whether the model has said that it is done.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>What the client sees of an event; the list is this view's until the next event.</summary>
    /// <remarks>The block of a tool's events is the number of the tool, of others nothing to go by.</remarks>
    public List<ConverseEvent> Take(in ConverseEvent said)
    {
        _seen.Clear();
        foreach (var shown in _answer.Take(said))
        {
            Add(shown);
        }

        return _seen;
    }

    private void Add(in ConverseEvent said)
    {
        switch (said.Kind)
        {
            case ConverseEventKind.Text:
                AddText(said.Text);
                break;
            case ConverseEventKind.ToolStart:
                StartTool(said);
                break;
            case ConverseEventKind.ToolInput when said.Text.Length > 0 && _tools.TryGetValue(said.Block, out var tool):
                AddInput(tool, said.Text);
                break;
            case ConverseEventKind.BlockStop when _tools.Remove(said.Block, out var tool):
                EndTool(tool);
                break;
            case ConverseEventKind.Stop:
                Stop(said.Text);
                break;
            case ConverseEventKind.Reasoning or ConverseEventKind.Signature:
                _seen.Add(said);
                break;
            default:
                break;
        }
    }

    private void AddText(string text)
    {
        if (text.Length == 0)
        {
            return;
        }

        _seen.Add(new(ConverseEventKind.Text, Text: text));
        if (keepsText)
        {
            _text.Append(text);
        }
    }

    private void StartTool(in ConverseEvent said)
    {
        if (_uses > 0 && !prompt.AllowsManyUses)
        {
            _tools[said.Block] = new(OpenTool.Hidden);
        }
        else
        {
            _tools[said.Block] = new(_uses);
            _seen.Add(said with { Block = _uses++, Text = prompt.ToolNames.ToClient(said.Text) });
        }
    }

    private void AddInput(OpenTool tool, string json)
    {
        tool.HasInput = true;
        if (tool.Number != OpenTool.Hidden)
        {
            _seen.Add(new(ConverseEventKind.ToolInput, tool.Number, json));
        }
    }

    // Without arguments the stream has no piece of them; clients parse them all the same.
    private void EndTool(OpenTool tool)
    {
        if (!tool.HasInput)
        {
            AddInput(tool, "{}");
        }
    }

    private void Stop(string reason)
    {
        // Not every model says why it stopped as its blocks tell it.
        var told = (reason, _uses) switch
        {
            ("tool_use", 0) => "end_turn",
            ("end_turn", > 0) => "tool_use",
            _ => reason,
        };
        _seen.Add(new(ConverseEventKind.Stop, Text: told));
        IsComplete = true;
    }

    private sealed class OpenTool(int number)
    {
        public const int Hidden = -1;

        public int Number => number;

        public bool HasInput { get; set; }
    }
}
