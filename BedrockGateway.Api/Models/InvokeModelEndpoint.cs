using System.Text.Json;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Models;

/// <summary>POST /bedrock: passes the parameters to a model as they are, and picks the text from its reply.</summary>
internal static class InvokeModelEndpoint
{
    private const string Json = "application/json";

    public static async Task<Results<Reply<InvokeReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, IAmazonBedrockRuntime runtime, AllowedModels allowed, ModelReplies replies)
    {
        var (request, error) = InvokeRequest.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        if (request is null)
        {
            return error!;
        }

        if (!allowed.Allows(request.ModelId))
        {
            return ErrorReply.Of(
                StatusCodes.Status403Forbidden,
                $"This gateway does not allow the model {request.ModelId}. GET /bedrock lists those that it allows.");
        }

        var parameters = request.InferenceParameters;
        using var body = new MemoryStream(parameters.Array!, parameters.Offset, parameters.Count, writable: false);
        var reply = await runtime.InvokeModelAsync(
            new InvokeModelRequest { ModelId = request.ModelId, Body = body, ContentType = Json, Accept = Json },
            http.RequestAborted);
        if (Read(reply.Body) is not { } answer)
        {
            return ErrorReply.Of(StatusCodes.Status502BadGateway, "The model's reply is not JSON.");
        }

        return new Reply<InvokeReply>(
            StatusCodes.Status200OK,
            new(
                StatusCodes.Status200OK,
                Success: true,
                "Successfully retrieved response from foundation model.",
                replies.Pick(request.ModelId, answer)),
            ModelsJsonContext.Wire.InvokeReply);
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
