namespace BedrockGateway.Bench.Streams.Client;

/// <summary>One request, sent again and again over a connection of its own.</summary>
/// <param name="key">Whom it asks what.</param>
/// <param name="server">Where to.</param>
/// <param name="request">Head and body.</param>
internal sealed class Lane(LaneKey key, Uri server, byte[] request) : IDisposable
{
    private readonly RawConnection _connection = new();

    public LaneKey Key => key;

    public Task OpenAsync(CancellationToken cancellationToken) => _connection.OpenAsync(server, cancellationToken);

    /// <summary>Sends the request and reads its reply to the end.</summary>
    /// <param name="begun">Called when the first byte of the body is here.</param>
    /// <param name="cancellationToken">Ends the wait; the lane is of no use then.</param>
    /// <exception cref="BenchException">The reply is not 200, or breaks off.</exception>
    public Task<Exchange> SendAsync(Action? begun, CancellationToken cancellationToken) =>
        _connection.SendAsync(request, begun, cancellationToken);

    public void Dispose() => _connection.Dispose();
}

/// <summary>Whom a lane asks what.</summary>
/// <param name="Target">One of <see cref="Targets"/>.</param>
/// <param name="What">Name of the gateway's route, or path of Bedrock's operation.</param>
internal readonly record struct LaneKey(string Target, string What);
