using BedrockGateway.LocalAws.CloudFormation.Stacks;

namespace BedrockGateway.LocalAws.Pages.Stacks;

/// <summary>
/// <c>GET /_local/data/stacks</c>: all stacks, the newest first; <c>?name=</c>, one of them whole.
/// </summary>
internal static class StackOverview
{
    public static void MapStackOverview(this IEndpointRouteBuilder routes) =>
        routes.MapGet($"{PagesRegistration.Data}/stacks", (RequestDelegate)HandleAsync);

    private static Task HandleAsync(HttpContext http)
    {
        var stacks = http.RequestServices.GetRequiredService<StackStore>();
        string? name = http.Request.Query["name"];
        if (name is null)
        {
            return PageReply.WriteAsync(
                http, [.. stacks.All().Select(StackView.Of)], PagesJsonContext.Default.StackViewArray);
        }

        return stacks.Find(name) is { } stack
            ? PageReply.WriteAsync(http, StackDetailView.Of(stack), PagesJsonContext.Default.StackDetailView)
            : PageReply.FailAsync(http, StatusCodes.Status404NotFound, $"Stack [{name}] does not exist");
    }
}
