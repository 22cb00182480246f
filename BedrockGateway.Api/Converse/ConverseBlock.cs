using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>One piece of a message, as Converse knows them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_ContentBlock.html</remarks>
internal abstract record ConverseBlock
{
    public abstract void WriteTo(Utf8JsonWriter json);

    // Records would print prompts.
    public sealed override string ToString() => GetType().Name;
}

/// <summary>Text.</summary>
internal sealed record TextBlock(string Text) : ConverseBlock
{
    /// <summary>Whether nobody could read anything; no model takes such a text.</summary>
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);

    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("text", Text);
        json.WriteEndObject();
    }
}

/// <summary>An image or a document, which the client has sent along.</summary>
/// <param name="Kind"><c>image</c> or <c>document</c>.</param>
/// <param name="Format">Such as <c>png</c>, <c>jpeg</c>, <c>gif</c>, <c>webp</c>, <c>pdf</c>.</param>
/// <param name="Name">Name of a document; <see langword="null"/> of an image.</param>
/// <param name="Base64">The bytes, as they came.</param>
internal sealed record MediaBlock(string Kind, string Format, string? Name, string Base64) : ConverseBlock
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject(Kind);
        json.WriteString("format", Format);
        if (Name is not null)
        {
            json.WriteString("name", Name);
        }

        json.WriteStartObject("source");
        json.WriteString("bytes", Base64);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>A tool that the model wants to be used.</summary>
/// <param name="Id">The use's id.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Input">Its arguments, a JSON object.</param>
internal sealed record ToolUseBlock(string Id, string Name, JsonElement Input) : ConverseBlock
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("toolUse");
        json.WriteString("toolUseId", Id);
        json.WriteString("name", Name);
        json.WritePropertyName("input");
        Input.WriteTo(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>What came of the use of a tool.</summary>
/// <param name="Id">The use's id.</param>
/// <param name="Content">Texts, images and documents; none for nothing.</param>
/// <param name="IsError">Whether the tool failed.</param>
internal sealed record ToolResultBlock(string Id, IReadOnlyList<ConverseBlock> Content, bool IsError) : ConverseBlock
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("toolResult");
        json.WriteString("toolUseId", Id);
        json.WriteStartArray("content");
        foreach (var block in Content)
        {
            block.WriteTo(json);
        }

        json.WriteEndArray();
        if (IsError)
        {
            json.WriteString("status", "error");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>What the model thought; it must come back as it was, with its signature.</summary>
/// <param name="Text">The thought.</param>
/// <param name="Signature">The model's seal on it.</param>
internal sealed record ReasoningBlock(string Text, string? Signature) : ConverseBlock
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("reasoningContent");
        json.WriteStartObject("reasoningText");
        json.WriteString("text", Text);
        if (Signature is not null)
        {
            json.WriteString("signature", Signature);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>A thought that the model has encrypted.</summary>
/// <param name="Base64">The bytes, as they came.</param>
internal sealed record RedactedBlock(string Base64) : ConverseBlock
{
    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("reasoningContent");
        json.WriteString("redactedContent", Base64);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}

/// <summary>All before it may be kept by the prompt cache.</summary>
internal sealed record CachePointBlock : ConverseBlock
{
    public static readonly CachePointBlock Instance = new();

    public override void WriteTo(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("cachePoint");
        json.WriteString("type", "default");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
