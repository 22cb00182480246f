namespace BedrockGateway.LocalAws.Wire.EventStream;

/// <summary>What is to go wrong in a streamed reply after it has begun.</summary>
internal interface IStreamFault
{
    /// <summary>Waits or fails as the fault has it for this point of the stream.</summary>
    /// <param name="writtenEvents">How many events the client has got.</param>
    /// <param name="cancellationToken">The client is gone.</param>
    /// <exception cref="AwsFault">The stream goes on with this error as its last message.</exception>
    /// <exception cref="IOException">The connection is to be cut.</exception>
    ValueTask BeforeEventAsync(int writtenEvents, CancellationToken cancellationToken);
}
