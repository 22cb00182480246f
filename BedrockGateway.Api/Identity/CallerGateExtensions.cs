using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Identity;

internal static class CallerGateExtensions
{
    /// <summary>Lets nothing through to the group's routes that the host's gate does not admit.</summary>
    public static RouteGroupBuilder RequireCaller(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(AdmitAsync);

    private static async ValueTask<object?> AdmitAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var gate = http.RequestServices.GetRequiredService<ICallerGate>();
        return await gate.AdmitAsync(http, http.RequestAborted) is { } refusal
            ? refusal.ToResult()
            : await next(context);
    }
}
