using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Models;

/// <summary>The foundation models: list them, invoke one.</summary>
internal static class ModelsRegistration
{
    private const string Route = "/bedrock";

    public static void AddModels(this IServiceCollection services) => services.AddSingleton(ModelReplies.Default);

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var bedrock = routes.MapGroup("").RequireCaller().WithMetadata(LongRequest.Instance);
        bedrock.MapGet(Route, ListModelsEndpoint.HandleAsync);
        bedrock.MapPost(Route, InvokeModelEndpoint.HandleAsync);
        bedrock.MapMethods(Route, ["HEAD", "PUT", "PATCH", "DELETE"], InvalidMethodEndpoint.Handle);
        routes.MapPreflight(Route, PreflightExtensions.OfModels);
    }
}
