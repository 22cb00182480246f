using System.Security.Cryptography;
using System.Text;
using BedrockGateway.LocalAws.Bedrock.Families;

namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>How long a prompt is, and what of it may be cached: tools, then the system, then the conversation.</summary>
internal sealed class PromptMeter : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly List<CachePoint> _points = [];
    private int _tokens;

    /// <summary>Counts a prompt by the rule of <see cref="TokenText"/>; it has one token at least.</summary>
    public static PromptSize Measure(Prompt prompt)
    {
        using var meter = new PromptMeter();
        if (prompt.Template is { } template)
        {
            meter.Add(template);
        }
        else
        {
            meter.AddTools(prompt.Tools);
            meter.AddParts(prompt.System);
            foreach (var turn in prompt.Turns)
            {
                meter.Mark(turn.Role);
                meter.AddParts(turn.Parts);
            }
        }

        return new(Math.Max(1, meter._tokens), meter._points);
    }

    public void Dispose() => _hash.Dispose();

    private void AddTools(IEnumerable<ToolSpec> tools)
    {
        foreach (var tool in tools)
        {
            Add($"{tool.Name} {tool.Description} {tool.Schema?.ToJsonString()}");
            if (tool.EndsPrefix)
            {
                EndPrefix();
            }
        }
    }

    private void AddParts(IEnumerable<Part> parts)
    {
        foreach (var part in parts)
        {
            AddPart(part);
        }
    }

    private void AddPart(Part part)
    {
        switch (part)
        {
            case TextPart { Text: var text }:
                Add(text);
                break;
            case FilePart { Text: var text }:
                Add(text);
                break;
            case ReasoningPart { Text: var text }:
                Add(text);
                break;
            case ToolUsePart use:
                Add($"{use.Name} {use.Input?.ToJsonString()}");
                break;
            case ToolResultPart result:
                AddParts(result.Content);
                break;
            case ImagePart image:
                _hash.AppendData(image.Bytes.Span);
                _tokens += image.Size.Tokens;
                break;
            case CachePart:
                EndPrefix();
                break;
            default:
                break;
        }
    }

    private void Add(string text)
    {
        _tokens += TokenText.Count(text);
        Mark(text);
    }

    // The zero keeps "ab", "c" apart from "a", "bc".
    private void Mark(string text)
    {
        _hash.AppendData(Encoding.UTF8.GetBytes(text));
        _hash.AppendData([0]);
    }

    private void EndPrefix() => _points.Add(new(Convert.ToHexStringLower(_hash.GetCurrentHash()), _tokens));
}

/// <param name="Tokens">Tokens of everything that was said.</param>
/// <param name="CachePoints">Marks up to which it may be cached, from the shortest prefix to the longest.</param>
internal sealed record PromptSize(int Tokens, IReadOnlyList<CachePoint> CachePoints);

/// <param name="Key">What tells the prefix from others.</param>
/// <param name="Tokens">Its length.</param>
internal sealed record CachePoint(string Key, int Tokens);
