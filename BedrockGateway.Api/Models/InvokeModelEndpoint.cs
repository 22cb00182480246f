using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;
using BedrockGateway.Api.Telemetry;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BedrockGateway.Api.Models;

/// <summary>POST /bedrock: passes the parameters to a model as they are, and picks the text from its reply.</summary>
internal static class InvokeModelEndpoint
{
    public static async Task<Results<Reply<InvokeReply>, Reply<ErrorReply>>> HandleAsync(
        HttpContext http, ModelInvocation invocation, AllowedModels allowed, ModelReplies replies)
    {
        var (request, error) = InvokeRequest.Parse(await RequestBody.ReadAsync(http.Request, http.RequestAborted));
        if (request is null)
        {
            return error!;
        }

        if (!allowed.Allows(request.ModelId))
        {
            Counters.CountRejection(Counters.ModelNotAllowed);
            return ErrorReply.Of(
                StatusCodes.Status403Forbidden,
                $"This gateway does not allow the model {request.ModelId}. GET /bedrock lists those that it allows.");
        }

        if (await invocation.RunAsync(request, RequestId.Of(http), http.RequestAborted) is not { } answer)
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
}
