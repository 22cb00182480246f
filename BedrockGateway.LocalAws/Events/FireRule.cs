using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Events;

/// <summary>
/// <c>GET /_local/rules</c>: when each rule fires next; <c>POST /_local/rules/{name}/fire</c>: fires one now.
/// </summary>
internal static class FireRule
{
    private const string Path = "/_local/rules";

    public static void MapEvents(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (RequestDelegate)ListAsync);
        routes.MapPost($"{Path}/{{name}}/fire", (RequestDelegate)FireAsync);
    }

    private static Task ListAsync(HttpContext http)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var rules = new JsonArray();
        foreach (var rule in http.RequestServices.GetRequiredService<EventRuleStore>().All)
        {
            rules.Add((JsonNode)new JsonObject
            {
                ["name"] = rule.Name,
                ["scheduleExpression"] = rule.ScheduleExpression,
                ["state"] = RuleState.Of(rule),
                ["next"] = rule.NextAfter(now)?.ToString("O"),
            });
        }

        return WriteAsync(http, rules);
    }

    /// <summary>Fires a rule, enabled or not; its schedule goes on as it was.</summary>
    private static Task FireAsync(HttpContext http)
    {
        var name = (string)http.Request.RouteValues["name"]!;
        if (http.RequestServices.GetRequiredService<EventRuleStore>().Find(name) is not { } rule)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return http.Response.WriteAsync(EventsFaults.NoRule(name).Message, http.RequestAborted);
        }

        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var delivered = new JsonArray();
        foreach (var one in http.RequestServices.GetRequiredService<RuleDelivery>().Deliver(rule, now))
        {
            delivered.Add((JsonNode)new JsonObject
            {
                ["target"] = one.TargetId,
                ["requestId"] = one.RequestId,
                ["refusal"] = one.Refusal,
            });
        }

        return WriteAsync(http, delivered);
    }

    private static Task WriteAsync(HttpContext http, JsonArray reply)
    {
        http.Response.ContentType = "application/json";
        return http.Response.WriteAsync(reply.ToJsonString(), http.RequestAborted);
    }
}
