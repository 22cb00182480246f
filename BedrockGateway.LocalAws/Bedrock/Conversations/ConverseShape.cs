using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>The service model's part of Converse's checks: types, and the constraints of members.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html</remarks>
internal static class ConverseShape
{
    private static readonly (string Path, JsonValueKind Kind)[] Types =
    [
        ("messages", JsonValueKind.Array),
        ("system", JsonValueKind.Array),
        ("inferenceConfig", JsonValueKind.Object),
        ("inferenceConfig/maxTokens", JsonValueKind.Number),
        ("inferenceConfig/temperature", JsonValueKind.Number),
        ("inferenceConfig/topP", JsonValueKind.Number),
        ("inferenceConfig/stopSequences", JsonValueKind.Array),
        ("toolConfig", JsonValueKind.Object),
        ("toolConfig/tools", JsonValueKind.Array),
        ("toolConfig/toolChoice", JsonValueKind.Object),
        ("requestMetadata", JsonValueKind.Object),
        ("additionalModelResponseFieldPaths", JsonValueKind.Array),
    ];

    /// <exception cref="AwsFault">
    /// <c>SerializationException</c>: a member has another type. <c>ValidationException</c>: a member's value is none
    /// that it may have.
    /// </exception>
    public static void Check(JsonObject body)
    {
        var isTyped = Types.All(type => body.At(type.Path) is not { } node || node.GetValueKind() == type.Kind)
            && (body["messages"] as JsonArray ?? []).All(IsMessage)
            && (body["system"] as JsonArray ?? []).All(IsBlock);
        if (!isTyped)
        {
            throw new AwsFault("SerializationException", "Unexpected field type");
        }

        var constraints = new Constraints();
        CheckRoles(body, constraints);
        CheckInference(body, constraints);
        CheckTools(body, constraints);
        CheckMetadata(body, constraints);
        constraints.Check();
    }

    private static bool IsMessage(JsonNode? node) =>
        node is JsonObject message
        && message["role"]?.GetValueKind() == JsonValueKind.String
        && message["content"] is JsonArray content
        && content.All(IsBlock);

    // A union: one member, and text is a string.
    private static bool IsBlock(JsonNode? node) =>
        node is JsonObject { Count: 1 } block
        && (!block.ContainsKey("text") || block["text"]?.GetValueKind() == JsonValueKind.String);

    private static void CheckRoles(JsonObject body, Constraints constraints)
    {
        foreach (var (index, message) in ModelBody.ObjectsOf(body["messages"]).Index())
        {
            constraints.OneOf(
                $"messages.{index + 1}.member.role", message.TextAt("role"), Turn.User, Turn.Assistant);
        }
    }

    private static void CheckInference(JsonObject body, Constraints constraints)
    {
        if (body.IntAt("inferenceConfig/maxTokens") is { } tokens and < 1)
        {
            constraints.Violated(
                "inferenceConfig.maxTokens",
                tokens.ToString(CultureInfo.InvariantCulture),
                "Member must have value greater than or equal to 1");
        }

        CheckShare(body, "temperature", constraints);
        CheckShare(body, "topP", constraints);
    }

    private static void CheckShare(JsonObject body, string name, Constraints constraints)
    {
        if (body.At($"inferenceConfig/{name}") is not { } share || share.GetValue<double>() is >= 0 and <= 1)
        {
            return;
        }

        constraints.Violated(
            $"inferenceConfig.{name}",
            share.ToJsonString(),
            share.GetValue<double>() < 0
                ? "Member must have value greater than or equal to 0"
                : "Member must have value less than or equal to 1");
    }

    private static void CheckTools(JsonObject body, Constraints constraints)
    {
        if (body.At("toolConfig/tools") is JsonArray { Count: 0 })
        {
            constraints.Violated(
                "toolConfig.tools", "[]", "Member must have length greater than or equal to 1");
        }

        foreach (var (index, tool) in ModelBody.ObjectsOf(body.At("toolConfig/tools")).Index())
        {
            if (tool["toolSpec"] is JsonObject spec && !IsName(spec.TextAt("name")))
            {
                constraints.Violated(
                    $"toolConfig.tools.{index + 1}.member.toolSpec.name",
                    spec.TextAt("name"),
                    "Member must satisfy regular expression pattern: [a-zA-Z0-9_-]+");
            }
        }
    }

    private static bool IsName(string name) =>
        name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static void CheckMetadata(JsonObject body, Constraints constraints)
    {
        const int MostEntries = 16;
        const int LongestEntry = 256;
        var metadata = body["requestMetadata"] as JsonObject ?? [];
        if (metadata.Count > MostEntries)
        {
            constraints.Violated(
                "requestMetadata",
                metadata.ToJsonString(),
                $"Member must have length less than or equal to {MostEntries}");
        }

        foreach (var (key, value) in metadata.Where(entry => (ModelBody.TextOf(entry.Value)?.Length ?? 0) > LongestEntry))
        {
            constraints.Violated(
                $"requestMetadata.{key}.member",
                ModelBody.TextOf(value)!,
                $"Member must have length less than or equal to {LongestEntry}");
        }
    }
}
