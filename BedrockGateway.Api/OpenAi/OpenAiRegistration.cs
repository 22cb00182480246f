using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.OpenAi.Catalogue;
using BedrockGateway.Api.OpenAi.Chat;
using BedrockGateway.Api.OpenAi.Embeddings;
using BedrockGateway.Api.OpenAi.Prompts;
using BedrockGateway.Api.OpenAi.Responses;

namespace BedrockGateway.Api.OpenAi;

/// <summary>OpenAI's API, for its clients and all that speak as they do.</summary>
internal static class OpenAiRegistration
{
    private const string Chat = "/v1/chat/completions";
    private const string Responses = "/v1/responses";
    private const string Embeddings = "/v1/embeddings";
    private const string Models = "/v1/models";
    private const string Model = "/v1/models/{**id}";

    public static void AddOpenAi(this IServiceCollection services) => services
        .AddSingleton<PromptCalls>()
        .AddSingleton<EmbeddingCalls>()
        .AddSingleton<CallableModels>();

    public static void MapOpenAi(this IEndpointRouteBuilder routes)
    {
        var openAi = GroupOf(routes, OpenAiDialect.Instance);
        openAi.MapPost(Chat, ChatEndpoint.HandleAsync);
        openAi.MapPost(Embeddings, EmbeddingsEndpoint.HandleAsync);
        openAi.MapGet(Models, CatalogueEndpoint.ListAsync);
        openAi.MapGet(Model, CatalogueEndpoint.FindAsync);
        GroupOf(routes, ResponsesDialect.Instance).MapPost(Responses, ResponsesEndpoint.HandleAsync);
        foreach (var route in (string[])[Chat, Responses, Embeddings, Models, Model])
        {
            routes.MapPreflight(route, PreflightExtensions.OfModels);
        }
    }

    private static RouteGroupBuilder GroupOf(IEndpointRouteBuilder routes, IErrorDialect dialect) =>
        routes.MapGroup("").RequireCaller().WithMetadata(LongRequest.Instance, dialect);
}
