using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>
/// <c>GET /_local/data/functions/{name}</c>: a function, its last invocations and what its processes wrote.
/// </summary>
internal static class FunctionDetail
{
    public const string Path = $"{FunctionList.Path}/{{name}}";

    public static void MapFunctionDetail(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, PageReply.Guarded(HandleAsync));

    /// <summary>The function that the path names.</summary>
    /// <exception cref="Wire.AwsFault"><c>ResourceNotFoundException</c> (404): there is none.</exception>
    public static LambdaFunction FunctionOf(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        var functions = http.RequestServices.GetRequiredService<FunctionStore>();
        return functions.Find(name) ?? throw LambdaFaults.NotFound(functions.ArnOf(new(name, null)));
    }

    private static async Task HandleAsync(HttpContext http)
    {
        var function = FunctionOf(http);
        var services = http.RequestServices;
        var name = function.Settings.Name;
        var detail = new FunctionDetailView(
            await FunctionList.ViewAsync(services, function, http.RequestAborted),
            [.. services.GetRequiredService<InvocationJournal>().Of(name).Select(InvocationView.Of)],
            [.. services.GetRequiredService<FunctionLogStore>().Of(name).Select(LogLineView.Of)]);
        await PageReply.WriteAsync(http, detail, PagesJsonContext.Default.FunctionDetailView);
    }
}

/// <param name="Function">The function.</param>
/// <param name="Invocations">Its last invocations, the newest first.</param>
/// <param name="Log">What its processes wrote last, the oldest first.</param>
internal sealed record FunctionDetailView(
    FunctionView Function, IReadOnlyList<InvocationView> Invocations, IReadOnlyList<LogLineView> Log);
