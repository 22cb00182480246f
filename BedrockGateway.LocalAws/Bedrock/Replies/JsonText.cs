using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>Answers that are JSON: because the request says so, or because its text holds a JSON Schema.</summary>
internal static partial class JsonText
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

    [GeneratedRegex("```(?:json)?\\s*(?<json>\\{.*?\\})\\s*```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    private static JsonObject? FencedSchema(string text)
    {
        try
        {
            return Fence().Match(text) is { Success: true } fence
                && ModelBody.Read(fence.Groups["json"].Value) is JsonObject schema
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
