using System.Diagnostics;
using BedrockGateway.Api.Calls;

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
    public static Activity? Start(ModelAsk ask, string modelId)
    {
        if (!Instruments.Spans.HasListeners())
        {
            return null;
        }

        return Instruments.Spans.StartActivity($"{ask.Operation} {modelId}", ActivityKind.Client)?
            .SetTag(OperationTag, ask.Operation)
            .SetTag(ProviderTag, Provider)
            .SetTag(RequestModelTag, modelId);
    }

    public static void Describe(Activity span, ModelCall call)
    {
        Add("gen_ai.usage.input_tokens", call.Tokens.Input);
        Add("gen_ai.usage.output_tokens", call.Tokens.Output);
        Add("gen_ai.usage.cache_read.input_tokens", call.Tokens.CacheRead);
        Add("gen_ai.usage.cache_creation.input_tokens", call.Tokens.CacheWrite);
        Add(ResponseModelTag, call.ResponseModel);
        Add("gen_ai.response.finish_reasons", call.FinishReasons is { Length: > 0 } reasons ? reasons : null);

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
