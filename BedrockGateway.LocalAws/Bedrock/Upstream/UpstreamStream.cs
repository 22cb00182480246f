using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Upstream;

/// <summary>Chunks of OpenAI's <c>/chat/completions</c> as the steps of one reply.</summary>
/// <param name="request">What identifiers of calls and the signature of thoughts are made of.</param>
/// <param name="input">The length of the prompt by LocalAws's rule, until the upstream tells its own.</param>
internal sealed class UpstreamStream(ModelRequest request, TokenUsage input)
{
    private TokenUsage _usage = input;
    private StopKind? _stop;
    private int _index = -1;
    private int _call = -1;
    private ReplyBlock? _open;

    /// <summary>Whether the upstream said why it stopped.</summary>
    public bool IsComplete => _stop is not null;

    public IEnumerable<ReplyEvent> Read(JsonObject chunk)
    {
        if (chunk["usage"] is JsonObject usage)
        {
            _usage = UsageOf(usage);
        }

        if (ModelBody.ObjectsOf(chunk["choices"]).FirstOrDefault() is not { } choice)
        {
            return [];
        }

        _stop = choice.TextAt("finish_reason") switch
        {
            "" => _stop,
            "length" => StopKind.TokenLimit,
            "tool_calls" or "function_call" => StopKind.ToolUse,
            _ => StopKind.EndOfTurn,
        };
        return choice["delta"] is JsonObject delta ? ReadDelta(delta) : [];
    }

    public IEnumerable<ReplyEvent> End() =>
        [.. Close(), new ReplyEnded(new(_stop ?? StopKind.EndOfTurn), _usage)];

    private static TokenUsage UsageOf(JsonObject usage)
    {
        var cached = usage.IntAt("prompt_tokens_details/cached_tokens") ?? 0;
        return new(
            (usage.IntAt("prompt_tokens") ?? 0) - cached, usage.IntAt("completion_tokens") ?? 0, CacheRead: cached);
    }

    private IEnumerable<ReplyEvent> ReadDelta(JsonObject delta)
    {
        // Servers call it the one or the other.
        var thought = delta.TextAt("reasoning_content") + delta.TextAt("reasoning");
        if (thought.Length > 0)
        {
            foreach (var step in Go(new ReasoningBlock(string.Empty, string.Empty), DeltaKind.Reasoning, thought))
            {
                yield return step;
            }
        }

        if (delta.TextAt("content") is { Length: > 0 } text)
        {
            foreach (var step in Go(new TextBlock(string.Empty), DeltaKind.Text, text))
            {
                yield return step;
            }
        }

        foreach (var step in ModelBody.ObjectsOf(delta["tool_calls"]).SelectMany(ReadCall))
        {
            yield return step;
        }
    }

    // Begins a block where the last was of another kind, and goes on with it.
    private IEnumerable<ReplyEvent> Go(ReplyBlock block, DeltaKind kind, string text)
    {
        if (_open?.GetType() != block.GetType())
        {
            foreach (var step in Open(block))
            {
                yield return step;
            }
        }

        yield return new BlockDelta(_index, kind, text);
    }

    private IEnumerable<ReplyEvent> ReadCall(JsonObject call)
    {
        var index = call.IntAt("index") ?? _call + 1;
        if (_open is not ToolUseBlock || index != _call)
        {
            _call = index;
            var key = ToolCalls.Key(request.Digest, index);
            foreach (var step in Open(new ToolUseBlock(key, call.TextAt("function/name"), [])))
            {
                yield return step;
            }
        }

        if (call.TextAt("function/arguments") is { Length: > 0 } arguments)
        {
            yield return new BlockDelta(_index, DeltaKind.Input, arguments);
        }
    }

    private IEnumerable<ReplyEvent> Open(ReplyBlock block)
    {
        foreach (var step in Close())
        {
            yield return step;
        }

        _open = block;
        yield return new BlockStarted(++_index, block);
    }

    private IEnumerable<ReplyEvent> Close()
    {
        if (_open is ReasoningBlock)
        {
            yield return new BlockDelta(
                _index, DeltaKind.Signature, Convert.ToBase64String(Convert.FromHexString(request.Digest)));
        }

        if (_open is { } block)
        {
            _open = null;
            yield return new BlockEnded(_index, block);
        }
    }
}
