#nullable enable
using System.Collections.Concurrent;
using System.Globalization;

namespace Amazon.Lambda.RuntimeSupport.ResponseStreaming;

/// <summary>The connections over which responses are streamed, as many as there are responses at once.</summary>
/// <remarks>
/// The official client makes a new one for each response. HTTP/1.1 lets it be used again once the reply has been read to
/// its end, which is what this does, so that a short reply does not pay for a handshake.
/// </remarks>
internal sealed class RuntimeApiConnections(string runtimeApi, TimeProvider clock) : IDisposable
{
    // Below what servers let a connection rest, so that they close none that is about to be used.
    private static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(30);

    private readonly ConcurrentStack<RuntimeApiConnection> _resting = new();

    public async ValueTask<RuntimeApiConnection> RentAsync()
    {
        while (_resting.TryPop(out var connection))
        {
            if (connection.IsUsable(LongestRest))
            {
                return connection;
            }

            connection.Dispose();
        }

        return await OpenAsync();
    }

    /// <summary>A connection that nothing was sent over.</summary>
    /// <exception cref="ArgumentException">The Runtime API's address has a path or is otherwise odd.</exception>
    public Task<RuntimeApiConnection> OpenAsync() =>
        runtimeApi.Split(':') is [var host, var number] && int.TryParse(number, CultureInfo.InvariantCulture, out var port)
            ? RuntimeApiConnection.OpenAsync(host, port, clock)
            : throw new ArgumentException(
                $"Invalid host and port format: {runtimeApi}. Response streaming needs AWS_LAMBDA_RUNTIME_API to be "
                + "'host:port'.");

    public void Return(RuntimeApiConnection connection)
    {
        connection.Rest();
        _resting.Push(connection);
    }

    public void Dispose()
    {
        while (_resting.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}
