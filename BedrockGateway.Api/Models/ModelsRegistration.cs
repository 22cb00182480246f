using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Models;

/// <summary>The foundation models: list them, invoke one.</summary>
internal static class ModelsRegistration
{
    public static void AddModels(this IServiceCollection services) => services.AddSingleton(ModelReplies.Default);

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var bedrock = routes.MapGroup("/bedrock").RequireCaller();
        bedrock.MapGet("", ListModelsEndpoint.HandleAsync);
        bedrock.MapPost("", InvokeModelEndpoint.HandleAsync);
        bedrock.MapMethods("", ["HEAD", "PUT", "PATCH", "DELETE"], InvalidMethodEndpoint.Handle);
        routes.MapPreflight("/bedrock");
    }
}
