using System.Diagnostics;
using System.Text.Json;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>The span of a call of a model; prompt and reply are not in it.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/aws-bedrock/</remarks>
internal static class ModelSpan
{
    public const string OperationTag = "gen_ai.operation.name";
    public const string ProviderTag = "gen_ai.provider.name";
    public const string Provider = "aws.bedrock";
    public const string RequestModelTag = "gen_ai.request.model";
    public const string ResponseModelTag = "gen_ai.response.model";
    public const string ErrorTag = "error.type";

    /// <returns><see langword="null"/> where nobody listens.</returns>
    public static Activity? Start(InvokeRequest request)
    {
        if (!Instruments.Spans.HasListeners())
        {
            return null;
        }

        var operation = ModelOperation.NameOf(request);
        return Instruments.Spans.StartActivity($"{operation} {request.ModelId}", ActivityKind.Client)?
            .SetTag(OperationTag, operation)
            .SetTag(ProviderTag, Provider)
            .SetTag(RequestModelTag, request.ModelId);
    }

    public static void Describe(Activity span, Tokens tokens, JsonElement? reply)
    {
        Add("gen_ai.usage.input_tokens", tokens.Input);
        Add("gen_ai.usage.output_tokens", tokens.Output);
        if (reply is { } body)
        {
            var reasons = ReplyUsage.FinishReasonsOf(body);
            Add(ResponseModelTag, ReplyUsage.ModelOf(body));
            Add("gen_ai.response.finish_reasons", reasons.Length > 0 ? reasons : null);
        }

        void Add(string name, object? value)
        {
            if (value is not null)
            {
                span.SetTag(name, value);
            }
        }
    }

    public static void Fail(Activity span, string error) =>
        span.SetTag(ErrorTag, error).SetStatus(ActivityStatusCode.Error);
}
