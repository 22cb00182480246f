using System.Text.Json;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.OpenAi.Chat;
using BedrockGateway.Api.OpenAi.Requests;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.OpenAi.Responses;

/// <summary>A response as far as it has come.</summary>
internal sealed class ResponseState(HttpContext http, Field root, TimeProvider clock)
{
    // What a response repeats of its request, and what it says where the request does not.
    private static readonly (string Name, string Default)[] Repeated =
    [
        ("instructions", "null"), ("max_output_tokens", "null"), ("metadata", "{}"), ("parallel_tool_calls", "true"),
        ("reasoning", """{"effort":null,"summary":null}"""), ("temperature", "null"),
        ("text", """{"format":{"type":"text"}}"""), ("tool_choice", "\"auto\""), ("tools", "[]"), ("top_p", "null"),
        ("truncation", "\"disabled\""), ("user", "null"),
    ];

    private readonly string _key = RequestId.Of(http);
    private readonly long _created = clock.GetUtcNow().ToUnixTimeSeconds();
    private readonly List<OutputItem> _items = [];

    /// <summary>Bedrock's stop reason; <see langword="null"/> as long as the model writes.</summary>
    public string? StopReason { get; set; }

    /// <summary>What went wrong; <see langword="null"/> for nothing.</summary>
    public (string Code, string Message)? Error { get; set; }

    public IReadOnlyList<OutputItem> Items => _items;

    /// <summary>The item that a piece goes on with; <see langword="null"/> where it begins another.</summary>
    public OutputItem? OpenFor(in ConverseEvent piece) => _items is [.., { IsDone: false } last]
        && last.Kind == KindOf(piece) && piece.Kind is not ConverseEventKind.ToolStart
            ? last
            : null;

    /// <summary>Begins the item that a piece is the first of.</summary>
    public OutputItem Begin(in ConverseEvent piece)
    {
        var kind = KindOf(piece);
        var prefix = kind switch
        {
            OutputKind.Message => "msg",
            OutputKind.Reasoning => "rs",
            _ => "fc",
        };
        var isUse = kind is OutputKind.ToolUse;
        var item = new OutputItem(kind, $"{prefix}_{_key}_{_items.Count}", _items.Count)
        {
            CallId = isUse ? piece.ToolId : "",
            Name = isUse ? piece.Text : "",
        };
        _items.Add(item);
        return item;
    }

    /// <summary>Writes the properties of the response.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="tokens">What it used; <see langword="null"/> as long as that is not known.</param>
    public void WriteTo(Utf8JsonWriter json, Tokens? tokens)
    {
        json.WriteString("id", $"resp_{_key}");
        json.WriteString("object", "response");
        json.WriteNumber("created_at", _created);
        json.WriteString("status", Status);
        json.WriteBoolean("background", false);
        WriteError(json);
        WriteIncomplete(json);
        json.WriteString("model", root.Need("model").Text());
        json.WriteStartArray("output");
        foreach (var item in _items)
        {
            item.WriteTo(json);
        }

        json.WriteEndArray();
        json.WriteNull("previous_response_id");
        json.WriteBoolean("store", false);
        WriteRepeated(json);
        WriteUsage(json, tokens);
    }

    private static OutputKind KindOf(in ConverseEvent piece) => piece.Kind switch
    {
        ConverseEventKind.Text => OutputKind.Message,
        ConverseEventKind.Reasoning => OutputKind.Reasoning,
        _ => OutputKind.ToolUse,
    };

    /// <summary>Such as <c>in_progress</c>.</summary>
    public string Status => (Error, StopReason) switch
    {
        ({ }, _) => "failed",
        (_, null) => "in_progress",
        _ => Reason is null ? "completed" : "incomplete",
    };

    // Why there is less than there could be.
    private string? Reason => FinishReason.Of(StopReason ?? "") switch
    {
        "length" => "max_output_tokens",
        "content_filter" => "content_filter",
        _ => null,
    };

    private void WriteError(Utf8JsonWriter json)
    {
        if (Error is not { } error)
        {
            json.WriteNull("error");
            return;
        }

        json.WriteStartObject("error");
        json.WriteString("code", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }

    private void WriteIncomplete(Utf8JsonWriter json)
    {
        if (Reason is not { } reason || Error is not null)
        {
            json.WriteNull("incomplete_details");
            return;
        }

        json.WriteStartObject("incomplete_details");
        json.WriteString("reason", reason);
        json.WriteEndObject();
    }

    private void WriteRepeated(Utf8JsonWriter json)
    {
        foreach (var (name, usual) in Repeated)
        {
            json.WritePropertyName(name);
            if (root.Find(name) is { } asked)
            {
                asked.Value.WriteTo(json);
            }
            else
            {
                json.WriteRawValue(usual);
            }
        }
    }

    private static void WriteUsage(Utf8JsonWriter json, Tokens? tokens)
    {
        if (tokens is not { } used)
        {
            json.WriteNull("usage");
            return;
        }

        var (input, output) = (ChatUsage.PromptTokens(used), used.Output ?? 0);
        json.WriteStartObject("usage");
        json.WriteNumber("input_tokens", input);
        json.WriteStartObject("input_tokens_details");
        json.WriteNumber("cached_tokens", used.CacheRead ?? 0);
        json.WriteEndObject();
        json.WriteNumber("output_tokens", output);
        json.WriteStartObject("output_tokens_details");
        json.WriteNumber("reasoning_tokens", 0);
        json.WriteEndObject();
        json.WriteNumber("total_tokens", input + output);
        json.WriteEndObject();
    }
}
