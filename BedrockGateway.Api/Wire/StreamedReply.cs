using BedrockGateway.Api.Calls;

namespace BedrockGateway.Api.Wire;

/// <summary>Sends a model's reply on while it comes in.</summary>
internal static class StreamedReply
{
    /// <summary>
    /// Translates event by event and flushes each. What goes wrong before the first event still becomes a status; what
    /// goes wrong later is thrown, and <see cref="Hosting.FaultEdge"/> ends the stream with the dialect's error event.
    /// </summary>
    public static async Task RunAsync(HttpContext http, ModelExchange exchange, IEventTranslator translator)
    {
        var stop = http.RequestAborted;
        var frame = await exchange.NextAsync(stop);
        using var events = new EventWriter(http.Response);
        events.Start();
        try
        {
            await http.Response.StartAsync(stop);
            while (frame is { } event_)
            {
                translator.Take(event_, events);
                await events.FlushAsync(stop);
                frame = await exchange.NextAsync(stop);
            }

            translator.End(events);
            await events.FlushAsync(stop);
            exchange.Finish();
        }
        catch (Exception fault)
        {
            exchange.Fail(fault);
            throw;
        }
    }
}
