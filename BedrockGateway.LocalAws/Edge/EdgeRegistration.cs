using System.Text.Json;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>The edge port: AWS calls on every path, and the emulator's own endpoints under <c>/_local/</c>.</summary>
internal static class EdgeRegistration
{
    public static IServiceCollection AddEdge(this IServiceCollection services) =>
        services.AddSingleton<EdgeRouter>().AddSingleton<FaultStore>().AddSingleton<FaultChecks>();

    /// <summary>Puts the faults of the settings in force.</summary>
    /// <exception cref="FormatException">They are no list of rules that can apply.</exception>
    public static void UseFaults(this IApplicationBuilder app)
    {
        var services = app.ApplicationServices;
        if (services.GetRequiredService<LocalAwsOptions>().Faults is { Length: > 0 } faults)
        {
            var store = services.GetRequiredService<FaultStore>();
            foreach (var rule in services.GetRequiredService<FaultChecks>().ReadList(faults))
            {
                store.Add(rule);
            }
        }
    }

    public static void MapEdge(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/_local/health", (RequestDelegate)(http => http.Response.WriteAsync("OK")));
        routes.MapGet(LocalStackHealth.Path, (RequestDelegate)ReportHealthAsync);
        routes.MapGet("/_local/operations", (RequestDelegate)ListOperationsAsync);
        routes.MapPost("/_local/faults", (RequestDelegate)AddFaultAsync);
        routes.MapGet("/_local/faults", (RequestDelegate)ListFaultsAsync);
        routes.MapDelete("/_local/faults", (RequestDelegate)ClearFaults);
        routes.MapPost("/_local/faults/release", (RequestDelegate)ReleaseStreams);
        var router = routes.ServiceProvider.GetRequiredService<EdgeRouter>();
        routes.MapFallback("{*path}", (RequestDelegate)router.HandleAsync);
    }

    private static Task ReportHealthAsync(HttpContext http) => http.Response.WriteAsJsonAsync(
        LocalStackHealth.Of(http.RequestServices),
        EdgeJsonContext.Default.LocalStackHealth,
        cancellationToken: http.RequestAborted);

    private static Task ListOperationsAsync(HttpContext http) => http.Response.WriteAsJsonAsync(
        EmulatedOperations.Of(http.RequestServices),
        EdgeJsonContext.Default.EmulatedOperations,
        cancellationToken: http.RequestAborted);

    private static async Task AddFaultAsync(HttpContext http)
    {
        try
        {
            var rule = await JsonSerializer.DeserializeAsync(
                http.Request.Body, EdgeJsonContext.Default.FaultRule, http.RequestAborted);
            var checks = http.RequestServices.GetRequiredService<FaultChecks>();
            checks.Require(rule ?? throw new JsonException("No rule."));
            http.RequestServices.GetRequiredService<FaultStore>().Add(rule);
            http.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (Exception invalid) when (invalid is JsonException or FormatException)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            await http.Response.WriteAsync(invalid.Message, http.RequestAborted);
        }
    }

    private static Task ListFaultsAsync(HttpContext http) => http.Response.WriteAsJsonAsync(
        http.RequestServices.GetRequiredService<FaultStore>().InForce,
        EdgeJsonContext.Default.FaultsInForce,
        cancellationToken: http.RequestAborted);

    private static Task ReleaseStreams(HttpContext http)
    {
        http.RequestServices.GetRequiredService<FaultStore>().Release();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task ClearFaults(HttpContext http)
    {
        http.RequestServices.GetRequiredService<FaultStore>().Clear();
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }
}
