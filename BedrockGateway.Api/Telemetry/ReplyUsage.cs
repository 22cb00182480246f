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
        "$.inputTextTokenCount",
        // Of streams: Bedrock's own, Messages', Nova's.
        "$.amazon-bedrock-invocationMetrics.inputTokenCount",
        "$.message.usage.input_tokens",
        "$.metadata.usage.inputTokens");

    private static readonly ReplyPath[] OutputTokens = Paths(
        "$.usage.output_tokens",
        "$.usage.outputTokens",
        "$.usage.completion_tokens",
        "$.generation_token_count",
        "$.results[0].tokenCount",
        "$.amazon-bedrock-invocationMetrics.outputTokenCount",
        "$.message.usage.output_tokens",
        "$.metadata.usage.outputTokens");

    private static readonly ReplyPath[] CacheReads = Paths(
        "$.usage.cache_read_input_tokens",
        "$.usage.cacheReadInputTokens",
        "$.amazon-bedrock-invocationMetrics.cacheReadInputTokenCount",
        "$.message.usage.cache_read_input_tokens",
        "$.metadata.usage.cacheReadInputTokens");

    private static readonly ReplyPath[] CacheWrites = Paths(
        "$.usage.cache_creation_input_tokens",
        "$.usage.cacheWriteInputTokens",
        "$.amazon-bedrock-invocationMetrics.cacheWriteInputTokenCount",
        "$.message.usage.cache_creation_input_tokens",
        "$.metadata.usage.cacheWriteInputTokens");

    // OpenAI's models count what came from the cache among what was read.
    private static readonly ReplyPath[] CachedPrompt = Paths("$.usage.prompt_tokens_details.cached_tokens");

    private static readonly ReplyPath[] FinishReasons = Paths(
        "$.stop_reason",
        "$.stopReason",
        "$.choices[*].finish_reason",
        "$.choices[*].stop_reason",
        "$.results[*].completionReason",
        "$.completions[*].finishReason.reason",
        "$.outputs[*].stop_reason",
        "$.generations[*].finish_reason",
        "$.finish_reason",
        "$.delta.stop_reason",
        "$.messageStop.stopReason",
        "$.completionReason",
        "$.response.finish_reason");

    private static readonly ReplyPath[] Models = Paths("$.model", "$.message.model");

    public static Tokens TokensOf(JsonElement reply)
    {
        var (input, cached) = (Number(reply, InputTokens), Number(reply, CachedPrompt));
        return new(
            cached is > 0 ? input - cached : input,
            Number(reply, OutputTokens),
            cached ?? Number(reply, CacheReads),
            Number(reply, CacheWrites));
    }

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
