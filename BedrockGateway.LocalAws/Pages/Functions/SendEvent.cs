using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Pages.Masking;
using BedrockGateway.LocalAws.Pages.Samples;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>
/// <c>POST /_local/data/functions/{name}/invocations</c> sends the event in the body, and
/// <c>POST /_local/data/invocations/{id}/replay</c> one that was sent before, as it was. Both answer the new request
/// id at once.
/// </summary>
/// <remarks>
/// With <c>?from=</c> and the request id or the sample that the event was made of, the secrets that were masked in it
/// are put back in, where the text still has the mask.
/// </remarks>
internal sealed class SendEvent(LambdaInvoker invoker, InvocationJournal journal, SampleEvents samples)
{
    public async Task SendAsync(HttpContext http)
    {
        var function = FunctionDetail.FunctionOf(http).Settings.Name;
        using var reader = new StreamReader(http.Request.Body);
        var text = await reader.ReadToEndAsync(http.RequestAborted);
        string? from = http.Request.Query["from"];
        var edited = JsonNode.Parse(text);
        var original = from is null ? null : await OriginalAsync(function, from, http.RequestAborted);
        var payload = original is null ? text : MaskedEdit.Restore(edited, original).ToText();
        await StartAsync(http, new(function, Encoding.UTF8.GetBytes(payload)));
    }

    public Task ReplayAsync(HttpContext http)
    {
        var id = (string)http.Request.RouteValues["id"]!;
        return journal.Find(id) is { } entry
            ? StartAsync(http, new(
                entry.Function, entry.Invocation.Payload, ClientContext: entry.Invocation.ClientContext))
            : PageReply.FailAsync(
                http, StatusCodes.Status404NotFound, $"The invocation {id} is no longer remembered.");
    }

    private async ValueTask<JsonNode?> OriginalAsync(
        string function, string from, CancellationToken cancellationToken)
    {
        if (journal.Find(from) is not { } entry)
        {
            return await samples.FindAsync(function, from, cancellationToken);
        }

        var text = Encoding.UTF8.GetString(entry.Invocation.Payload.Span);
        return EmbeddedJson.TryParse(text, out var node) ? node : null;
    }

    private Task StartAsync(HttpContext http, LambdaRequest request)
    {
        if (request.Payload.Length > LambdaInvoker.MaxPayloadBytes)
        {
            throw LambdaFaults.RequestTooLarge(LambdaInvoker.MaxPayloadBytes);
        }

        var id = Guid.NewGuid().ToString();
        invoker.Post(request with { RequestId = id });
        return PageReply.WriteAsync(
            http, new(id), PagesJsonContext.Default.StartedView, StatusCodes.Status202Accepted);
    }
}

/// <summary>An invocation that has begun.</summary>
internal sealed record StartedView(string RequestId);

internal static class SendEventEndpoint
{
    public static void MapSendEvent(this IEndpointRouteBuilder routes)
    {
        var send = routes.ServiceProvider.GetRequiredService<SendEvent>();
        routes.MapPost($"{FunctionDetail.Path}/invocations", PageReply.Guarded(send.SendAsync));
        routes.MapPost($"{InvocationDetail.Path}/replay", PageReply.Guarded(send.ReplayAsync));
    }
}
