#nullable enable
#pragma warning disable CA2252 // Response streaming is in preview; this package is what implements it.
using Amazon.Lambda.Core.ResponseStreaming;

namespace Amazon.Lambda.RuntimeSupport.ResponseStreaming;

/// <summary>The place of an invocation's streamed response, found by whatever runs for the invocation.</summary>
internal sealed class ResponseSlot(RuntimeApiClient client, string requestId)
{
    private static readonly AsyncLocal<ResponseSlot?> OfInvocation = new();

    private StreamedResponse? _response;

    /// <summary>The response; <see langword="null"/> unless the handler has asked for a stream.</summary>
    public StreamedResponse? Response => Volatile.Read(ref _response);

    public static void Offer() => LambdaResponseStreamFactory.SetLambdaResponseStream(prelude =>
        OfInvocation.Value is { } slot
            ? slot.Open(prelude)
            : throw new InvalidOperationException("A response stream can only be made while an event is handled."));

    /// <summary>Makes it the calling method's, and that of all it calls.</summary>
    public void Enter() => OfInvocation.Value = this;

    private StreamedResponse Open(byte[] prelude)
    {
        var response = client.OpenResponse(requestId, prelude);
        return Interlocked.CompareExchange(ref _response, response, null) is null
            ? response
            : throw new InvalidOperationException("The invocation's response stream exists already.");
    }
}
