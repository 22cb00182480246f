using BedrockGateway.LocalAws.Edge;

namespace BedrockGateway.LocalAws.Running;

/// <summary>
/// <c>health [--endpoint http://127.0.0.1:4566]</c>: whether an emulator answers, for a container's health check, since
/// its image has no other program.
/// </summary>
internal static class HealthProgram
{
    public const string Name = "health";

    private const string DefaultEndpoint = "http://127.0.0.1:4566";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <param name="args">Arguments behind <see cref="Name"/>.</param>
    /// <param name="output">Where the answer goes.</param>
    /// <param name="error">Where failures go.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The exit code: 0, 1 where it does not answer as it should, 2 for wrong arguments.</returns>
    public static async Task<int> RunAsync(
        string[] args, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var text = args switch
        {
            [] => DefaultEndpoint,
            ["--endpoint", var given] => given,
            _ => null,
        };
        if (!Uri.TryCreate(text, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
        {
            await error.WriteLineAsync($"Usage: {Name} [--endpoint <http address of LocalAws>]");
            return 2;
        }

        using var direct = new SocketsHttpHandler { UseProxy = false };
        using var http = new HttpClient(direct) { Timeout = Patience };
        try
        {
            await output.WriteLineAsync(
                await http.GetStringAsync(new Uri(endpoint, LocalStackHealth.Path), cancellationToken));
            return 0;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            await error.WriteLineAsync($"No LocalAws answers at {endpoint} ({failure.Message}).");
            return 1;
        }
    }
}
