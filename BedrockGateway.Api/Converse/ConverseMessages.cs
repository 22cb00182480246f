using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Converse;

/// <summary>
/// A conversation as one model takes it: the user begins, roles take turns, no text is blank, every use of a tool is
/// followed by its result, and nothing is in it that this model refuses. What a client sends otherwise is put in order.
/// </summary>
/// <param name="traits">What the model takes.</param>
internal sealed class ConverseMessages(ModelTraits traits)
{
    private readonly List<ConverseMessage> _messages = [];

    /// <summary>Names of the tools that were used in it, each once.</summary>
    public IEnumerable<string> UsedTools => _messages
        .SelectMany(message => message.Blocks)
        .OfType<ToolUseBlock>()
        .Select(use => use.Name)
        .Distinct();

    /// <summary>Adds what the user said or tools answered; to the message before, if that is the user's too.</summary>
    public void AddUser(IEnumerable<ConverseBlock> blocks) => Add(isUser: true, blocks);

    /// <summary>Adds what the model said; to the message before, if that is the model's too.</summary>
    public void AddAssistant(IEnumerable<ConverseBlock> blocks) => Add(isUser: false, blocks);

    /// <exception cref="RequestFault">400: there is nothing in it.</exception>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartArray("messages");
        foreach (var message in Ordered())
        {
            message.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private void Add(bool isUser, IEnumerable<ConverseBlock> blocks)
    {
        var added = blocks.Where(Takes).Select(Tidy);
        if (_messages is [.., var last] && last.IsUser == isUser)
        {
            last.Blocks.AddRange(added);
        }
        else
        {
            _messages.Add(new(isUser, [.. added]));
        }
    }

    private bool Takes(ConverseBlock block) => block switch
    {
        TextBlock text => !text.IsBlank,
        CachePointBlock => traits.CachesMessages,
        ReasoningBlock { Signature: null } thought => traits.TakesThoughts && !string.IsNullOrWhiteSpace(thought.Text),
        ReasoningBlock or RedactedBlock => traits.TakesSealedThoughts,
        _ => true,
    };

    // Results have no cache points of their own.
    private static ConverseBlock Tidy(ConverseBlock block) => block is ToolResultBlock result
        ? result with
        {
            Content = ConverseMessage.WithWord(
                [.. result.Content.Where(part => part is TextBlock { IsBlank: false } or MediaBlock)]),
        }
        : block;

    private IEnumerable<ConverseMessage> Ordered()
    {
        if (_messages.Count == 0)
        {
            throw RequestFault.Invalid("messages must not be empty.", "messages");
        }

        // Nothing to go on with.
        if (_messages is [_, .., { IsUser: false, IsEmpty: true }])
        {
            _messages.RemoveAt(_messages.Count - 1);
        }

        if (!_messages[0].IsUser)
        {
            _messages.Insert(0, ConverseMessage.Of(isUser: true, ConverseMessage.Filler));
        }

        if (!_messages[^1].IsUser && !traits.Continues)
        {
            _messages.Add(ConverseMessage.Of(isUser: true, "Continue."));
        }

        return _messages.Select(Complete).SelectMany(message => traits.MixesTurns ? [message] : message.Split());
    }

    private ConverseMessage Complete(ConverseMessage message, int at)
    {
        if (message.IsUser)
        {
            return message.WithResults(at == 0 ? [] : _messages[at - 1].Uses).Filled();
        }

        // Nobody has answered the last ones, so they cannot stay.
        return at == _messages.Count - 1 ? message.WithoutUses().Filled().Trimmed() : message.Filled();
    }
}
