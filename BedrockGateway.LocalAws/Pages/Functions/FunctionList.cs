using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary><c>GET /_local/data/functions</c>: all functions and their state.</summary>
internal static class FunctionList
{
    public const string Path = $"{PagesRegistration.Data}/functions";

    public static void MapFunctionList(this IEndpointRouteBuilder routes) =>
        routes.MapGet(Path, (RequestDelegate)HandleAsync);

    public static async Task<FunctionView> ViewAsync(
        IServiceProvider services, LambdaFunction function, CancellationToken cancellationToken)
    {
        var name = function.Settings.Name;
        var listener = await services.GetRequiredService<RuntimeApiStore>().OpenAsync(name, cancellationToken);
        return FunctionView.Of(function, listener, services.GetRequiredService<InvocationJournal>().Of(name));
    }

    private static async Task HandleAsync(HttpContext http)
    {
        var views = new List<FunctionView>();
        foreach (var function in http.RequestServices.GetRequiredService<FunctionStore>().All)
        {
            views.Add(await ViewAsync(http.RequestServices, function, http.RequestAborted));
        }

        await PageReply.WriteAsync(http, [.. views], PagesJsonContext.Default.FunctionViewArray);
    }
}
