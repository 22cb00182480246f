using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>Asks an emulator that runs elsewhere what functions are deployed in it.</summary>
internal sealed class DeployedFunctionsClient(Uri endpoint) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });

    public Uri Endpoint => endpoint;

    public void Dispose() => _http.Dispose();

    /// <exception cref="HttpRequestException">Nobody answers there, or it is no LocalAws.</exception>
    public async Task<IReadOnlyList<DeployedFunction>> ListAsync(CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync(
            new Uri(endpoint, DeployedFunctions.Path),
            DeployedJsonContext.Default.DeployedFunctionArray,
            cancellationToken) ?? [];

    /// <exception cref="HttpRequestException">Nobody answers there any more, or the function is gone.</exception>
    public Task<Stream> OpenPackageAsync(string address, CancellationToken cancellationToken) =>
        _http.GetStreamAsync(new Uri(address), cancellationToken);
}
