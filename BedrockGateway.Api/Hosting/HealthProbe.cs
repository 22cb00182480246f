using System.Globalization;

namespace BedrockGateway.Api.Hosting;

/// <summary>
/// <c>bootstrap health</c>: asks the server of the same environment whether it is ready. For images that have neither
/// a shell nor a client of HTTP.
/// </summary>
internal static class HealthProbe
{
    private const string Command = "health";
    private const string Fallback = "http://localhost:5000";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public static bool IsAskedFor(string[] args) => args is [Command, ..];

    /// <returns>The exit code: 0 when the server is ready, else 1.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter errors, CancellationToken cancellationToken)
    {
        // In the order in which the server takes them, the last first.
        var configuration = new ConfigurationBuilder()
            .AddEnvironmentVariables("DOTNET_")
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddEnvironmentVariables()
            .AddCommandLine(args[1..])
            .Build();
        if (await FindFaultAsync(configuration, cancellationToken) is not { } fault)
        {
            return 0;
        }

        await errors.WriteLineAsync($"BedrockGateway.Api is not ready: {fault}");
        return 1;
    }

    /// <summary>Where the server is, seen from its own machine.</summary>
    /// <returns><see langword="null"/> where it is told to serve nothing over plain HTTP.</returns>
    public static Uri? AddressOf(IConfiguration configuration)
    {
        if (configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls)
        {
            return Split(urls).Select(BindingAddress.Parse).FirstOrDefault(IsPlain) is { } address
                ? AddressOf(address.Host, address.Port)
                : null;
        }

        return configuration[WebHostDefaults.HttpPortsKey] is { Length: > 0 } ports
            ? AddressOf("*", int.Parse(Split(ports)[0], CultureInfo.InvariantCulture))
            : new(Fallback);
    }

    private static async Task<string?> FindFaultAsync(IConfiguration configuration, CancellationToken cancellationToken)
    {
        try
        {
            if (AddressOf(configuration) is not { } address)
            {
                return "it has no address of plain HTTP.";
            }

            // A proxy of the environment's is for calls of AWS.
            using var direct = new SocketsHttpHandler { UseProxy = false };
            using var http = new HttpClient(direct, disposeHandler: false) { Timeout = Patience };
            using var reply = await http.GetAsync(new Uri(address, "/health"), cancellationToken);
            return reply.IsSuccessStatusCode ? null : $"it answered {(int)reply.StatusCode}.";
        }
        catch (Exception fault) when (fault is FormatException or OverflowException)
        {
            return "its address cannot be read.";
        }
        catch (Exception fault) when (fault is HttpRequestException or OperationCanceledException)
        {
            return "it does not answer.";
        }
    }

    private static string[] Split(string list) =>
        list.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static bool IsPlain(BindingAddress address) =>
        address.Scheme == Uri.UriSchemeHttp && !address.IsUnixPipe && !address.IsNamedPipe;

    private static Uri AddressOf(string host, int port) =>
        new UriBuilder(Uri.UriSchemeHttp, host is "*" or "+" or "0.0.0.0" or "[::]" ? "127.0.0.1" : host, port).Uri;
}
