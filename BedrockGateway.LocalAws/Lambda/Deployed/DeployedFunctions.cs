using System.Net.Mime;
using BedrockGateway.LocalAws.Lambda.Functions;

namespace BedrockGateway.LocalAws.Lambda.Deployed;

/// <summary>
/// <c>GET /_local/functions</c>: what the processes of the deployed functions need, and their packages below it.
/// </summary>
internal static class DeployedFunctions
{
    public const string Path = "/_local/functions";

    public static void MapDeployedFunctions(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (RequestDelegate)ListAsync);
        routes.MapGet($"{Path}/{{name}}/package", (RequestDelegate)SendPackageAsync);
    }

    /// <summary>Where a caller of the edge fetches the package of a function.</summary>
    public static string PackageAddress(HttpRequest request, string name) => $"{Origin(request)}{Path}/{name}/package";

    private static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static async Task ListAsync(HttpContext http)
    {
        var environment = http.RequestServices.GetRequiredService<FunctionEnvironment>();
        var deployed = new List<DeployedFunction>();
        foreach (var function in http.RequestServices.GetRequiredService<FunctionStore>().All)
        {
            var settings = function.Settings;
            deployed.Add(new(
                settings.Name,
                settings.Handler,
                settings.RevisionId,
                settings.Package is null ? null : PackageAddress(http.Request, settings.Name),
                await environment.OfAsync(settings, Origin(http.Request), http.RequestAborted)));
        }

        await http.Response.WriteAsJsonAsync(
            deployed.ToArray(),
            DeployedJsonContext.Default.DeployedFunctionArray,
            cancellationToken: http.RequestAborted);
    }

    private static async Task SendPackageAsync(HttpContext http)
    {
        var functions = http.RequestServices.GetRequiredService<FunctionStore>();
        if (functions.Find((string)http.Request.RouteValues["name"]!)?.Settings.Package is not { } package)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        http.Response.ContentType = MediaTypeNames.Application.Zip;
        http.Response.ContentLength = package.Content.Length;
        await http.Response.Body.WriteAsync(package.Content, http.RequestAborted);
    }
}
