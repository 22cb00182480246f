using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.OpenAi.Replies;

namespace BedrockGateway.Api.OpenAi.Catalogue;

/// <summary>GET /v1/models and GET /v1/models/{id}.</summary>
internal static class CatalogueEndpoint
{
    public static async Task ListAsync(HttpContext http, CallableModels models)
    {
        var found = await models.ListAsync(http.User(), http.RequestAborted);
        await JsonReply.SendAsync(http, StatusCodes.Status200OK, json =>
        {
            json.WriteString("object", "list");
            json.WriteStartArray("data");
            foreach (var model in found)
            {
                json.WriteStartObject();
                model.WriteTo(json);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    /// <summary>The id may be an ARN, whose slashes may be escaped or not.</summary>
    public static async Task FindAsync(HttpContext http, string id, CallableModels models)
    {
        var name = Uri.UnescapeDataString(id);
        var found = (await models.ListAsync(http.User(), http.RequestAborted))
            .FirstOrDefault(model => model.Id == name || model.Arn == name)
            ?? throw new RequestFault(StatusCodes.Status404NotFound, $"The model '{name}' does not exist")
            {
                Code = "model_not_found",
                Parameter = "model",
            };
        await JsonReply.SendAsync(http, StatusCodes.Status200OK, found.WriteTo);
    }
}
