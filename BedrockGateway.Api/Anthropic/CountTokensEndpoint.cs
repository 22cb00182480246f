using System.Buffers;
using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Anthropic;

/// <summary>POST /v1/messages/count_tokens: how much a request is, before it is sent to a model.</summary>
/// <remarks>
/// Sources: https://platform.claude.com/docs/en/api/messages-count-tokens and
/// https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_CountTokens.html
/// </remarks>
internal static class CountTokensEndpoint
{
    public static async Task HandleAsync(HttpContext http, ModelCalls calls, ClaudeNames names)
    {
        http.Response.Headers[AnthropicDialect.RequestIdHeader] = RequestId.Of(http);
        using var request = await MessagesRequest.ReadAsync(http.Request, http.RequestAborted);
        var model = await names.ResolveAsync(request.Model, http.RequestAborted);
        var ask = new ModelAsk(
            model, "count_tokens", request.Body, id => MessagesRequest.Checked(() => CallOf(request, id)));
        await using var exchange = await calls.OpenAsync(http, ask);
        var (_, reply) = await MessagesEndpoint.ReadAsync(http, exchange);
        var body = new ArrayBufferWriter<byte>();
        Write(body, reply);
        http.Response.ContentType = "application/json";
        http.Response.ContentLength = body.WrittenCount;
        await http.Response.Body.WriteAsync(body.WrittenMemory, http.RequestAborted);
    }

    private static BedrockCall CallOf(MessagesRequest request, string modelId)
    {
        var nothing = new Concessions();
        return ClaudeModels.Include(modelId)
            ? new(ClaudeModels.BaseOf(modelId), BedrockOperation.CountTokens, Wrap(ClaudeBody.Of(request, nothing)))
            : new(
                modelId,
                BedrockOperation.CountTokens,
                ConverseReader.Read(request, modelId).Fit(ModelTraits.Of(modelId), nothing).ToCountBytes());
    }

    // {"input":{"invokeModel":{"body":"eyJhbnRocm9waWNf..."}}}
    private static ReadOnlyMemory<byte> Wrap(ReadOnlyMemory<byte> body)
    {
        var output = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteStartObject("input");
        json.WriteStartObject("invokeModel");
        json.WriteBase64String("body", body.Span);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return output.WrittenMemory;
    }

    private static void Write(ArrayBufferWriter<byte> output, JsonElement reply)
    {
        if (reply.ValueKind is not JsonValueKind.Object || !reply.TryGetProperty("inputTokens", out var count))
        {
            throw new RequestFault(StatusCodes.Status502BadGateway, "Bedrock has not said how many tokens there are.");
        }

        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WritePropertyName("input_tokens");
        count.WriteTo(json);
        json.WriteEndObject();
    }
}
