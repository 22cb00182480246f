using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.OpenAi.Chat;
using BedrockGateway.Api.OpenAi.Prompts;

namespace BedrockGateway.Api.OpenAi;

/// <summary>OpenAI's API, for its clients and all that speak as they do.</summary>
internal static class OpenAiRegistration
{
    private const string ChatRoute = "/v1/chat/completions";

    public static void AddOpenAi(this IServiceCollection services) => services.AddSingleton<PromptCalls>();

    public static void MapOpenAi(this IEndpointRouteBuilder routes)
    {
        var openAi = routes.MapGroup("")
            .RequireCaller()
            .WithMetadata(LongRequest.Instance, OpenAiDialect.Instance);
        openAi.MapPost(ChatRoute, ChatEndpoint.HandleAsync);
        routes.MapPreflight(ChatRoute);
    }
}
