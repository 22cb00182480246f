using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;

namespace BedrockGateway.Api.Native;

/// <summary>Bedrock Runtime's own operations.</summary>
internal static class NativeRegistration
{
    private const string Route = "/model/{**path}";

    public static void MapNative(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("")
            .RequireCaller()
            .WithMetadata(LongRequest.Instance, NativeDialect.Instance)
            .MapPost(Route, NativeEndpoint.HandleAsync);
        routes.MapPreflight(Route, PreflightExtensions.OfModels);
    }
}
