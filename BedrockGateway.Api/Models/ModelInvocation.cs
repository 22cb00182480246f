using System.Text.Json;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Models;

/// <summary>Calls a model, and has the call observed.</summary>
internal sealed class ModelInvocation(
    IAmazonBedrockRuntime runtime, TokenHeaders headers, ModelObserver observer, TimeProvider clock)
{
    private const string Json = "application/json";

    /// <returns>The model's reply; <see langword="null"/> where it is no JSON.</returns>
    public async Task<JsonElement?> RunAsync(
        InvokeRequest request, string requestId, CancellationToken cancellationToken)
    {
        var parameters = request.InferenceParameters;
        using var body = new MemoryStream(parameters.Array!, parameters.Offset, parameters.Count, writable: false);
        var call = new InvokeModelRequest { ModelId = request.ModelId, Body = body, ContentType = Json, Accept = Json };
        using var span = ModelSpan.Start(request);
        var started = clock.GetTimestamp();
        JsonElement? reply = null;
        CallFailure? failure = null;
        try
        {
            reply = Read((await runtime.InvokeModelAsync(call, cancellationToken)).Body);
            failure = reply is null ? CallFailure.NotJson : null;
            return reply;
        }
        catch (Exception fault)
        {
            failure = CallFailure.Of(fault);
            throw;
        }
        finally
        {
            var tokens = headers.Take(call);
            if (tokens is { Input: null } or { Output: null } && reply is { } text)
            {
                tokens = tokens.Or(ReplyUsage.TokensOf(text));
            }

            observer.Observe(new(request, requestId, clock.GetElapsedTime(started), tokens, reply, failure), span);
        }
    }

    private static JsonElement? Read(MemoryStream body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.ToArray(), new JsonReaderOptions { MaxDepth = 512 });
            return JsonElement.ParseValue(ref reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
