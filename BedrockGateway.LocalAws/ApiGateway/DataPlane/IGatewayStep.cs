namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>One check of the chain, or its end.</summary>
internal interface IGatewayStep
{
    /// <summary>Name of the step's span; <see langword="null"/> where it has nothing to check.</summary>
    string? SpanNameFor(GatewayRequest request) => null;

    /// <summary>Looks at the request, and returns why it ends here or <see langword="null"/> to go on.</summary>
    ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken);
}
