using System.Diagnostics;

namespace BedrockGateway.Api.Telemetry;

/// <summary>The conventions' metrics of calls of models.</summary>
internal static class ModelMeasurements
{
    /// <param name="call">The call.</param>
    /// <param name="model">Its model's name for metrics.</param>
    public static void Record(ModelCall call, string model)
    {
        if (!Instruments.ModelSeconds.Enabled)
        {
            return;
        }

        var tags = new TagList
        {
            { ModelSpan.OperationTag, ModelOperation.NameOf(call.Request) },
            { ModelSpan.ProviderTag, ModelSpan.Provider },
            { ModelSpan.RequestModelTag, model },
        };
        if (call.Reply is { } reply && ReplyUsage.ModelOf(reply) is { } answered)
        {
            tags.Add(ModelSpan.ResponseModelTag, answered);
        }

        Add(call.Tokens.Input, "input", tags);
        Add(call.Tokens.Output, "output", tags);
        if (call.Failure is { } failure)
        {
            tags.Add(ModelSpan.ErrorTag, failure.Type);
        }

        Instruments.ModelSeconds.Record(call.Duration.TotalSeconds, tags);
    }

    private static void Add(int? tokens, string type, TagList tags)
    {
        if (tokens is { } count)
        {
            tags.Add("gen_ai.token.type", type);
            Instruments.ModelTokens.Record(count, tags);
        }
    }
}
