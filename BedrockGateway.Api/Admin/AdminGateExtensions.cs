using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

internal static class AdminGateExtensions
{
    /// <summary>
    /// Lets only administrators through to the group's routes, and writes down what they do and what others try to.
    /// </summary>
    public static RouteGroupBuilder RequireAdmin(this RouteGroupBuilder group) =>
        group.RequireUser().AddEndpointFilter(AuditAsync).AddEndpointFilter(AdmitAsync);

    private static async ValueTask<object?> AdmitAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var standing = http.RequestServices.GetRequiredService<AdminStanding>();
        return await standing.HoldsAsync(http.User(), http.RequestAborted)
            ? await next(context)
            : ErrorReply.Of(StatusCodes.Status403Forbidden, "Only administrators may do this.");
    }

    private static async ValueTask<object?> AuditAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            var result = await next(context);
            Write(http, StatusOf(result));
            return result;
        }
        catch (Exception fault)
        {
            Write(http, FaultReport.Of(fault).Status);
            throw;
        }
    }

    private static int StatusOf(object? result) => result switch
    {
        INestedHttpResult several => StatusOf(several.Result),
        IStatusCodeHttpResult { StatusCode: { } status } => status,
        _ => StatusCodes.Status200OK,
    };

    private static void Write(HttpContext http, int status) =>
        http.RequestServices.GetRequiredService<AuditLog>().Write(
            RequestId.Of(http),
            http.User().Subject,
            http.GetEndpoint()?.Metadata.GetMetadata<AdminAction>()?.Name ?? "unknown",
            http.Features.Get<AuditTarget>()?.Subject ?? TargetOf(http),
            status);

    // What is no sub is what somebody typed.
    private static string? TargetOf(HttpContext http) => http.Request.RouteValues["sub"] switch
    {
        string text when PoolUsers.IsSubject(text) => text,
        null => null,
        _ => "(none)",
    };
}
