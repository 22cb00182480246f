using System.Net.Mime;
using BedrockGateway.LocalAws.Lambda.Journal;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>
/// <c>POST /_local/functions/{name}/log</c>: whoever runs a function's process passes on what it writes, as text.
/// </summary>
internal static class FunctionLog
{
    public static void MapFunctionLog(this IEndpointRouteBuilder routes) =>
        routes.MapPost($"{PageFiles.Root}/functions/{{name}}/log", PageReply.Guarded(HandleAsync));

    private static async Task HandleAsync(HttpContext http)
    {
        var function = FunctionDetail.FunctionOf(http).Settings.Name;
        var log = http.RequestServices.GetRequiredService<FunctionLogStore>();
        using var reader = new StreamReader(http.Request.Body);
        while (await reader.ReadLineAsync(http.RequestAborted) is { } line)
        {
            log.Write(function, line);
        }

        http.Response.StatusCode = StatusCodes.Status204NoContent;
        http.Response.ContentType = MediaTypeNames.Text.Plain;
    }
}
