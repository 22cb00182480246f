using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockGateway.Api.Calls;

namespace BedrockGateway.Api.Converse;

/// <summary>What Converse is asked of one model, written as Bedrock wants it.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html</remarks>
/// <param name="messages">The conversation.</param>
internal sealed class ConverseBody(ConverseMessages messages)
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>What goes before the conversation: texts and cache points.</summary>
    public List<ConverseBlock> Instructions { get; } = [];

    /// <summary>The conversation.</summary>
    public ConverseMessages Messages => messages;

    public int? MaxTokens { get; set; }

    public double? Temperature { get; set; }

    public double? TopP { get; set; }

    /// <summary>Written as one of the model's own fields.</summary>
    public int? TopK { get; set; }

    public List<string> StopSequences { get; } = [];

    public List<ConverseTool> Tools { get; } = [];

    public ToolChoice ToolChoice { get; set; }

    /// <summary>Fields of the model's own, each with how it is written (<c>additionalModelRequestFields</c>).</summary>
    public List<KeyValuePair<string, Action<Utf8JsonWriter>>> ModelFields { get; } = [];

    /// <summary>Writes the body of Converse and ConverseStream.</summary>
    /// <param name="http">The request, of which the user is known.</param>
    /// <param name="chosen">The guardrail; <see langword="null"/> for none.</param>
    /// <exception cref="Errors.RequestFault">400: there is no conversation.</exception>
    public ReadOnlyMemory<byte> ToBytes(HttpContext http, (string Id, string Version)? chosen)
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(output, Plain);
        json.WriteStartObject();
        Messages.WriteTo(json);
        WriteSystem(json);
        WriteInference(json);
        WriteTools(json);
        WriteModelFields(json);
        if (chosen is { } guardrail)
        {
            CallDefaults.WriteGuardrail(json, guardrail);
        }

        CallDefaults.WriteMetadata(json, http, root: default);
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    /// <summary>Writes what CountTokens takes of it: <c>{"input":{"converse":{...}}}</c>.</summary>
    /// <exception cref="Errors.RequestFault">400: there is no conversation.</exception>
    public ReadOnlyMemory<byte> ToCountBytes()
    {
        var output = new ArrayBufferWriter<byte>(4096);
        using var json = new Utf8JsonWriter(output, Plain);
        json.WriteStartObject();
        json.WriteStartObject("input");
        json.WriteStartObject("converse");
        Messages.WriteTo(json);
        WriteSystem(json);
        WriteTools(json);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private void WriteSystem(Utf8JsonWriter json)
    {
        if (Instructions.Count == 0)
        {
            return;
        }

        json.WriteStartArray("system");
        foreach (var block in Instructions)
        {
            block.WriteTo(json);
        }

        json.WriteEndArray();
    }

    private void WriteInference(Utf8JsonWriter json)
    {
        json.WriteStartObject("inferenceConfig");
        if (MaxTokens is { } most)
        {
            json.WriteNumber("maxTokens", most);
        }

        if (Temperature is { } temperature)
        {
            json.WriteNumber("temperature", temperature);
        }

        if (TopP is { } share)
        {
            json.WriteNumber("topP", share);
        }

        if (StopSequences.Count > 0)
        {
            json.WriteStartArray("stopSequences");
            StopSequences.ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    // Bedrock wants every tool that the history has used, also when the client offers none any more.
    private void WriteTools(Utf8JsonWriter json)
    {
        var offered = ToolChoice.Kind is ToolChoiceKind.None ? [] : Tools;
        List<ConverseTool> tools =
        [
            .. offered,
            .. Messages.UsedTools
                .Where(used => !offered.Exists(tool => tool.Name == used))
                .Select(used => Tools.Find(tool => tool.Name == used) ?? new(used, "Used before.", default)),
        ];
        if (tools.Count == 0)
        {
            return;
        }

        json.WriteStartObject("toolConfig");
        json.WriteStartArray("tools");
        tools.ForEach(tool => tool.WriteTo(json));
        json.WriteEndArray();
        WriteToolChoice(json);
        json.WriteEndObject();
    }

    private void WriteToolChoice(Utf8JsonWriter json)
    {
        if (ToolChoice.Kind is ToolChoiceKind.Any && Tools.Count > 0)
        {
            json.WritePropertyName("toolChoice");
            json.WriteRawValue("""{"any":{}}"""u8);
        }
        else if (ToolChoice is { Kind: ToolChoiceKind.Tool, Name: { } name })
        {
            json.WriteStartObject("toolChoice");
            json.WriteStartObject("tool");
            json.WriteString("name", name);
            json.WriteEndObject();
            json.WriteEndObject();
        }
    }

    private void WriteModelFields(Utf8JsonWriter json)
    {
        if (ModelFields.Count == 0)
        {
            return;
        }

        json.WriteStartObject("additionalModelRequestFields");
        foreach (var (name, write) in ModelFields)
        {
            json.WritePropertyName(name);
            write(json);
        }

        json.WriteEndObject();
    }
}
