using BedrockGateway.Api.Replies;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.Api.Identity;

internal static class CallerGateExtensions
{
    /// <summary>Lets only users with their own key through to the group's routes.</summary>
    public static RouteGroupBuilder RequireCaller(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(static (context, next) =>
            AdmitAsync(context, next, static (gate, http) => gate.AdmitAsync(http, http.RequestAborted)));

    /// <summary>Lets only users through to the group's routes, with or without a key.</summary>
    public static RouteGroupBuilder RequireUser(this RouteGroupBuilder group) =>
        group.AddEndpointFilter(static (context, next) =>
            AdmitAsync(context, next, static (gate, http) => gate.AdmitUserAsync(http, http.RequestAborted)));

    /// <summary>Who was let through.</summary>
    /// <exception cref="InvalidOperationException">The route asks for nobody.</exception>
    public static Caller User(this HttpContext http) => http.Features.GetRequiredFeature<Caller>();

    private static async ValueTask<object?> AdmitAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate next,
        Func<ICallerGate, HttpContext, Task<Refusal?>> ask)
    {
        var http = context.HttpContext;
        var gate = http.RequestServices.GetRequiredService<ICallerGate>();
        return await ask(gate, http) is { } refusal ? refusal.ToResult() : await next(context);
    }
}
