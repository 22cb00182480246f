using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>What a model's reply says about itself, in each provider's JSON.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters.html</remarks>
internal static class ReplyUsage
{
    private static readonly ReplyPath[] InputTokens = Paths(
        "$.usage.input_tokens",
        "$.usage.inputTokens",
        "$.usage.prompt_tokens",
        "$.prompt_token_count",
        "$.inputTextTokenCount");

    private static readonly ReplyPath[] OutputTokens = Paths(
        "$.usage.output_tokens",
        "$.usage.outputTokens",
        "$.usage.completion_tokens",
        "$.generation_token_count",
        "$.results[0].tokenCount");

    private static readonly ReplyPath[] FinishReasons = Paths(
        "$.stop_reason",
        "$.stopReason",
        "$.choices[*].finish_reason",
        "$.choices[*].stop_reason",
        "$.results[*].completionReason",
        "$.completions[*].finishReason.reason",
        "$.outputs[*].stop_reason",
        "$.generations[*].finish_reason",
        "$.finish_reason");

    private static readonly ReplyPath[] Models = Paths("$.model");

    public static Tokens TokensOf(JsonElement reply) => new(Number(reply, InputTokens), Number(reply, OutputTokens));

    /// <summary>Why each answer ended; empty where the reply does not say.</summary>
    public static string[] FinishReasonsOf(JsonElement reply) => Texts(reply, FinishReasons);

    /// <summary>The model that answered, where the reply names it.</summary>
    public static string? ModelOf(JsonElement reply) => Texts(reply, Models).FirstOrDefault();

    private static int? Number(JsonElement reply, ReplyPath[] paths) => paths
        .SelectMany(path => path.Find(reply))
        .Where(found => found.ValueKind is JsonValueKind.Number)
        .Select(found => found.TryGetInt32(out var count) ? count : (int?)null)
        .FirstOrDefault();

    private static string[] Texts(JsonElement reply, ReplyPath[] paths) => paths
        .Select(path => path.Find(reply)
            .Where(found => found.ValueKind is JsonValueKind.String)
            .Select(found => found.GetString()!)
            .ToArray())
        .FirstOrDefault(texts => texts.Length > 0) ?? [];

    private static ReplyPath[] Paths(params string[] paths) => Array.ConvertAll(paths, ReplyPath.Parse);
}
