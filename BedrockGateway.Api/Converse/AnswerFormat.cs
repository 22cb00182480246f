using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>
/// The JSON that an answer must be (<c>response_format</c>, <c>text.format</c>, <c>output_config.format</c>).
/// </summary>
/// <remarks>
/// Bedrock has no such field for most models. Where a model can be made to use a tool, the answer becomes the arguments
/// of a tool of our own, of which the client sees nothing; elsewhere the model is told.
/// </remarks>
/// <param name="Schema">The schema; anything but an object for just some JSON object.</param>
/// <param name="Description">What the client says that it is; <see langword="null"/> for nothing.</param>
internal sealed record AnswerFormat(JsonElement Schema, string? Description)
{
    /// <summary>Name of the tool; no tool of a client's gets it.</summary>
    public const string ToolName = "answer_in_json";

    private static readonly JsonElement AnyObject =
        JsonElement.Parse("""{"type":"object","additionalProperties":true}""");

    /// <summary>Whether it can be the schema of a tool's arguments, which are an object.</summary>
    public bool FitsTool => Schema.ValueKind is not JsonValueKind.Object
        || (Schema.TryGetProperty("type", out var type)
            && type.ValueKind is JsonValueKind.String
            && type.ValueEquals("object"));

    public ConverseTool ToTool() => new(
        ToolName,
        $"Gives the answer: its arguments are the whole answer. {Description}".TrimEnd(),
        Schema.ValueKind is JsonValueKind.Object ? Schema : AnyObject);

    public string ToInstruction() => Schema.ValueKind is JsonValueKind.Object
        ? $"""
            {$"Answer with JSON alone, without any other text and without a code fence. {Description}".TrimEnd()}
            It must be valid against this JSON Schema:
            ```json
            {Schema.GetRawText()}
            ```
            """
        : "Answer with one JSON object alone, without any other text and without a code fence.";
}
