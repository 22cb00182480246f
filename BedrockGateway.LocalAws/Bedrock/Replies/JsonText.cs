using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>Answers that are JSON: because the request says so, or because its text holds a JSON Schema.</summary>
internal static class JsonText
{
    /// <summary>The JSON, or <see langword="null"/> where none is asked for.</summary>
    public static string? Asked(Prompt prompt)
    {
        if (prompt.Output is { } output)
        {
            return output.Schema is { } schema
                ? SchemaValue.Of(schema).ToJsonString()
                : new JsonObject { ["heard"] = AnswerText.Echo(prompt.LastUserText) }.ToJsonString();
        }

        return (FencedSchema(prompt.LastUserText) ?? FencedSchema(Part.TextOf(prompt.System))) is { } fenced
            ? SchemaValue.Of(fenced).ToJsonString()
            : null;
    }

    // What stands between two fences is every second piece.
    private static JsonObject? FencedSchema(string text) => text.Split("```").Index()
        .Where(piece => piece.Index % 2 == 1)
        .Select(piece => Schema(piece.Item))
        .FirstOrDefault(schema => schema is not null);

    private static JsonObject? Schema(string fenced)
    {
        try
        {
            var json = fenced.StartsWith("json", StringComparison.Ordinal) ? fenced["json".Length..] : fenced;
            return ModelBody.Read(json) is JsonObject schema
                && (schema.ContainsKey("$schema") || schema["properties"] is JsonObject)
                    ? schema
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
