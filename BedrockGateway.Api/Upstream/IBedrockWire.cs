namespace BedrockGateway.Api.Upstream;

/// <summary>Bedrock Runtime as bytes: what clients send and models answer goes through as it is.</summary>
internal interface IBedrockWire
{
    /// <returns>The reply, as soon as its headers are there.</returns>
    /// <exception cref="BedrockFault">Bedrock refused the request.</exception>
    /// <exception cref="HttpRequestException">Bedrock cannot be reached.</exception>
    Task<BedrockReply> SendAsync(BedrockCall call, CancellationToken cancellationToken);
}
