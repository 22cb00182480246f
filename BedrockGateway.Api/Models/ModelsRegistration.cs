using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Models;

/// <summary>The foundation models: list them, invoke one.</summary>
internal static class ModelsRegistration
{
    private const string Route = "/bedrock";

    public static void AddModels(this IServiceCollection services, FunctionRole role)
    {
        if (role is not FunctionRole.Kestrel)
        {
            services.AddSingleton<ModelMetricsLog>();
        }

        services
            .AddSingleton(ModelReplies.Default)
            .AddSingleton<TokenHeaders>()
            .AddSingleton(provider => new ContentCapture(
                ContentCapture.IsWanted(
                    provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()),
                ModelReplies.Default))
            .AddSingleton(provider => new ModelObserver(
                provider.GetRequiredService<ContentCapture>(), provider.GetService<ModelMetricsLog>()))
            .AddSingleton<ModelInvocation>()
            .AddSingleton(provider =>
                AllowedModels.Parse(provider.GetRequiredService<IConfiguration>()[AllowedModels.Setting]));
    }

    public static void MapModels(this IEndpointRouteBuilder routes)
    {
        var bedrock = routes.MapGroup("").RequireCaller();
        bedrock.MapGet(Route, ListModelsEndpoint.HandleAsync);
        bedrock.MapPost(Route, InvokeModelEndpoint.HandleAsync);
        bedrock.MapMethods(Route, ["HEAD", "PUT", "PATCH", "DELETE"], InvalidMethodEndpoint.Handle);
        routes.MapPreflight(Route);
    }
}
