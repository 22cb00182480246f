namespace BedrockGateway.Api.Converse;

/// <summary>
/// Shows an answer that a model gives as the arguments of <see cref="AnswerFormat"/>'s tool as its text.
/// </summary>
/// <param name="isForced">Whether the model was made to use that tool; else everything stays as it is.</param>
internal sealed class FormattedAnswer(bool isForced)
{
    private readonly List<ConverseEvent> _seen = [];

    // What the model says before it gives the JSON that it was asked for is no part of that JSON.
    private readonly List<string> _heldBack = [];
    private readonly HashSet<int> _hidden = [];
    private int? _answer;
    private bool _hasAnswered;
    private bool _hasText;

    /// <summary>What the client sees of an event; the list is this object's until the next event.</summary>
    public List<ConverseEvent> Take(in ConverseEvent said)
    {
        _seen.Clear();
        if (isForced)
        {
            Translate(said);
        }
        else
        {
            _seen.Add(said);
        }

        return _seen;
    }

    private void Translate(in ConverseEvent said)
    {
        switch (said.Kind)
        {
            case ConverseEventKind.Text:
                _heldBack.Add(said.Text);
                break;
            case ConverseEventKind.ToolStart when said.Text == AnswerFormat.ToolName:
                Start(said.Block);
                break;
            case ConverseEventKind.ToolInput when said.Block == _answer:
                AddText(said.Block, said.Text);
                break;
            case ConverseEventKind.BlockStop when said.Block == _answer:
                End(said);
                break;
            case ConverseEventKind.ToolInput when _hidden.Contains(said.Block):
            case ConverseEventKind.BlockStop when _hidden.Remove(said.Block):
                break;
            case ConverseEventKind.Stop:
                Stop(said);
                break;
            default:
                _seen.Add(said);
                break;
        }
    }

    // Models that are asked for one answer sometimes give it twice.
    private void Start(int block)
    {
        if (_hasAnswered)
        {
            _hidden.Add(block);
        }
        else
        {
            (_answer, _hasAnswered) = (block, true);
        }
    }

    private void AddText(int block, string text)
    {
        _hasText |= text.Length > 0;
        _seen.Add(new(ConverseEventKind.Text, block, text));
    }

    private void End(in ConverseEvent said)
    {
        if (!_hasText)
        {
            AddText(said.Block, "{}");
        }

        _answer = null;
        _seen.Add(said);
    }

    private void Stop(in ConverseEvent said)
    {
        if (!_hasAnswered && _heldBack.Count > 0)
        {
            _heldBack.ForEach(text => AddText(block: 0, text));
            _seen.Add(new(ConverseEventKind.BlockStop));
        }

        _seen.Add(said);
    }
}
