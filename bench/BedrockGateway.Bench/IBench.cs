namespace BedrockGateway.Bench;

/// <summary>Something to measure.</summary>
internal interface IBench
{
    /// <summary>Its part of the results file.</summary>
    string Part { get; }

    /// <returns>The lines of that part.</returns>
    /// <exception cref="BenchException">There is no result.</exception>
    Task<IEnumerable<string>> RunAsync(CancellationToken cancellationToken);
}
