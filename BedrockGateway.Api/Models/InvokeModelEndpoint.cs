using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using BedrockGateway.Api.Telemetry;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Models;

/// <summary>
/// POST /bedrock: passes the parameters to a model as they are, and picks the text from its reply, as a whole or while
/// it is written.
/// </summary>
internal static class InvokeModelEndpoint
{
    public static async Task<Results<Reply<InvokeReply>, Reply<ErrorReply>, EmptyHttpResult>> HandleAsync(
        HttpContext http, ModelCalls calls, CallDefaults defaults, ModelReplies replies)
    {
        var (request, error) = InvokeRequest.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        if (request is null)
        {
            return error!;
        }

        await using var exchange = await calls.OpenAsync(http, AskOf(http, request, defaults));
        if (request.IsStreamed)
        {
            await StreamedReply.RunAsync(http, exchange, new TextEvents(exchange, replies));
            return TypedResults.Empty;
        }

        var bytes = await exchange.ReadAsync(http.RequestAborted);
        if (Read(bytes) is not { } answer)
        {
            exchange.Fail(CallFailure.NotJson);
            return ErrorReply.Of(StatusCodes.Status502BadGateway, "The model's reply is not JSON.");
        }

        exchange.Finish(answer);
        return new Reply<InvokeReply>(
            StatusCodes.Status200OK,
            new(
                StatusCodes.Status200OK,
                Success: true,
                "Successfully retrieved response from foundation model.",
                replies.Pick(exchange.ModelId, answer)),
            ModelsJsonContext.Wire.InvokeReply);
    }

    private static ModelAsk AskOf(HttpContext http, InvokeRequest request, CallDefaults defaults)
    {
        var operation = request.IsStreamed
            ? BedrockOperation.InvokeModelWithResponseStream
            : BedrockOperation.InvokeModel;
        List<KeyValuePair<string, string>> headers = [];
        var body = defaults.Apply(http, operation, request.InferenceParameters, headers);
        return new(
            request.ModelId,
            ModelOperation.NameOf(request.ModelId, request.InferenceParameters),
            request.InferenceParameters,
            id => new(id, operation, body) { Headers = headers });
    }

    private static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span, InvokeRequest.Options);
            return JsonElement.TryParseValue(ref reader, out var reply) ? reply : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
