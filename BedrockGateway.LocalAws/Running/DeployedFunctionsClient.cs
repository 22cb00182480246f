using System.Net;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>Asks an emulator that runs elsewhere what functions are deployed in it.</summary>
internal sealed class DeployedFunctionsClient(Uri endpoint) : IDisposable
{
    private static readonly TimeSpan LogTimeout = TimeSpan.FromSeconds(2);

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public Uri Endpoint => endpoint;

    public void Dispose() => _http.Dispose();

    /// <exception cref="HttpRequestException">Nobody answers there, or it is no LocalAws.</exception>
    public async Task<IReadOnlyList<DeployedFunction>> ListAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync(
            new Uri(endpoint, DeployedFunctions.Path),
            DeployedJsonContext.Default.DeployedFunctionArray,
            cancellationToken) ?? [];

    /// <summary>Hands over lines of a function's process; <see langword="false"/> once nobody takes them.</summary>
    public async Task<bool> TrySendLogAsync(string function, IEnumerable<string> lines)
    {
        using var deadline = new CancellationTokenSource(LogTimeout);
        using var content = new StringContent(string.Join('\n', lines));
        try
        {
            using var response = await _http.PostAsync(
                new Uri(endpoint, $"{DeployedFunctions.Path}/{function}/log"), content, deadline.Token);
            return response.IsSuccessStatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>The zip file of a function; <see langword="null"/> where the function is gone by now.</summary>
    /// <exception cref="HttpRequestException">Nobody answers there any more.</exception>
    public async Task<Stream?> OpenPackageAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            return await _http.GetStreamAsync(new Uri(address), cancellationToken);
        }
        catch (HttpRequestException gone) when (gone.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
