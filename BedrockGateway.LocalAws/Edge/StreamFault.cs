using System.Net;
using BedrockGateway.LocalAws.Wire;
using BedrockGateway.LocalAws.Wire.EventStream;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>The part of a rule that applies to one reply after it has begun.</summary>
internal sealed class StreamFault(FaultRule rule, StreamHold hold, TimeProvider clock) : IStreamFault
{
    /// <inheritdoc/>
    public async ValueTask BeforeEventAsync(int writtenEvents, CancellationToken cancellationToken)
    {
        if (rule.EventLatencyMs > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(rule.EventLatencyMs), clock, cancellationToken);
        }

        if (writtenEvents < rule.AfterEvents || rule.AfterEvents is null)
        {
            return;
        }

        switch (rule.Then)
        {
            case StreamEnd.Cut:
                throw new IOException("An injected fault cuts the reply.");
            case StreamEnd.Hold:
                await hold.WaitAsync(cancellationToken);
                break;
            case null when rule.Code is { } code:
                throw new AwsFault(code, rule.Message, (HttpStatusCode)rule.Status);
            default:
                break;
        }
    }
}
