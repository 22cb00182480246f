using Amazon.Bedrock;
using Amazon.Bedrock.Model;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Models;

/// <summary>GET /bedrock: the region's foundation models, as far as they may be called.</summary>
internal static class ListModelsEndpoint
{
    public static async Task<Reply<ModelList>> HandleAsync(
        HttpContext http, IAmazonBedrock bedrock, AllowedModels allowed)
    {
        var reply = await bedrock.ListFoundationModelsAsync(new ListFoundationModelsRequest(), http.RequestAborted);
        var models = (reply.ModelSummaries ?? [])
            .FindAll(model => allowed.Lists(model.ModelId ?? ""))
            .ConvertAll(ModelSummary.From);
        return new(
            StatusCodes.Status200OK,
            new(
                StatusCodes.Status200OK,
                Success: true,
                "Successfully retrieved foundation models list.",
                models.ConvertAll(model => new ModelName(model.ModelId ?? "", model.ModelName)),
                models),
            ModelsJsonContext.Wire.ModelList);
    }
}
