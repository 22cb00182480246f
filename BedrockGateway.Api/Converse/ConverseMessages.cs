using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Converse;

/// <summary>
/// A conversation as Converse takes it: the user begins, roles take turns, no text is blank, and every use of a tool is
/// followed by its result. What a client sends otherwise is put in order.
/// </summary>
internal sealed class ConverseMessages
{
    private const string Blank = "-";

    private readonly List<(bool IsUser, List<ConverseBlock> Blocks)> _messages = [];

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
        foreach (var (isUser, blocks) in Ordered())
        {
            json.WriteStartObject();
            json.WriteString("role", isUser ? "user" : "assistant");
            json.WriteStartArray("content");
            blocks.ForEach(block => block.WriteTo(json));
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Add(bool isUser, IEnumerable<ConverseBlock> blocks)
    {
        var added = blocks.Where(
            block => block is not TextBlock { Text: var text } || !string.IsNullOrWhiteSpace(text));
        if (_messages is [.., (var last, var before)] && last == isUser)
        {
            before.AddRange(added);
        }
        else
        {
            _messages.Add((isUser, [.. added]));
        }
    }

    private List<(bool IsUser, List<ConverseBlock> Blocks)> Ordered()
    {
        if (_messages.Count == 0)
        {
            throw RequestFault.Invalid("messages must not be empty.", "messages");
        }

        List<(bool IsUser, List<ConverseBlock> Blocks)> ordered = [];
        if (!_messages[0].IsUser)
        {
            ordered.Add((true, [new TextBlock(Blank)]));
        }

        ordered.AddRange(_messages.Select((message, at) => (message.IsUser, Complete(message.Blocks, at))));
        TrimLast(ordered[^1]);
        return ordered;
    }

    private List<ConverseBlock> Complete(List<ConverseBlock> blocks, int at)
    {
        var complete = blocks;
        if (_messages[at].IsUser)
        {
            complete = WithResults(blocks, at == 0 ? [] : UsesIn(_messages[at - 1].Blocks));
        }
        else if (UsesIn(blocks) is [_, ..] uses && at == _messages.Count - 1)
        {
            // Nobody has answered them, so they cannot stay.
            complete = blocks.FindAll(block => block is not ToolUseBlock use || !uses.Contains(use));
        }

        return complete.Exists(block => block is not CachePointBlock) ? complete : [new TextBlock(Blank), .. complete];
    }

    // Results come first and for each use once; those of no use become text, so that the model still knows them.
    private static List<ConverseBlock> WithResults(List<ConverseBlock> blocks, List<ToolUseBlock> uses)
    {
        var results = blocks.OfType<ToolResultBlock>().ToList();
        if (results.Count == 0 && uses.Count == 0)
        {
            return blocks;
        }

        return
        [
            .. uses.Select(use => results.Find(result => result.Id == use.Id)
                ?? new ToolResultBlock(use.Id, [new TextBlock("No result.")], IsError: true)),
            .. results.Where(result => !uses.Exists(use => use.Id == result.Id)).SelectMany(result => result.Content),
            .. blocks.Where(block => block is not ToolResultBlock),
        ];
    }

    private static List<ToolUseBlock> UsesIn(List<ConverseBlock> blocks) => [.. blocks.OfType<ToolUseBlock>()];

    // A reply that is begun for the model must not end in space.
    private static void TrimLast((bool IsUser, List<ConverseBlock> Blocks) last)
    {
        if (last is { IsUser: false, Blocks: [.., TextBlock text] })
        {
            last.Blocks[^1] = new TextBlock(text.Text.TrimEnd());
        }
    }
}
