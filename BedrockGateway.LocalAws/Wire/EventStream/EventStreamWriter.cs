using System.IO.Pipelines;

namespace BedrockGateway.LocalAws.Wire.EventStream;

/// <summary>Writes the messages of a reply, each of which reaches the client before the next is made.</summary>
internal sealed class EventStreamWriter(PipeWriter output)
{
    public const string ContentType = "application/vnd.amazon.eventstream";

    /// <summary>Begins the reply: its content type, and the headers at once.</summary>
    public static async Task<EventStreamWriter> StartAsync(
        HttpResponse response, CancellationToken cancellationToken)
    {
        response.ContentType = ContentType;
        await response.StartAsync(cancellationToken);
        await response.BodyWriter.FlushAsync(cancellationToken);
        return new(response.BodyWriter);
    }

    public async ValueTask WriteAsync(EventStreamMessage message, CancellationToken cancellationToken)
    {
        EventStreamFrame.Write(output, message);
        await output.FlushAsync(cancellationToken);
    }
}
