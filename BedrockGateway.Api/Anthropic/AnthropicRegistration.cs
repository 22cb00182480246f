using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Anthropic;

/// <summary>The routes of Anthropic's Messages API.</summary>
internal static class AnthropicRegistration
{
    private const string Messages = "/v1/messages";
    private const string CountTokens = "/v1/messages/count_tokens";

    public static void AddAnthropic(this IServiceCollection services) => services.AddSingleton<ClaudeNames>();

    public static void MapAnthropic(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("")
            .RequireCaller()
            .WithMetadata(LongRequest.Instance, AnthropicDialect.Instance);
        group.MapPost(Messages, MessagesEndpoint.HandleAsync);
        group.MapPost(CountTokens, CountTokensEndpoint.HandleAsync);
        routes.MapPreflight(Messages, PreflightExtensions.OfModels);
        routes.MapPreflight(CountTokens, PreflightExtensions.OfModels);
    }
}
