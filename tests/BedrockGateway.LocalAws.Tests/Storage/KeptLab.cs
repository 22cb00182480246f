using System.Net;
using System.Text.Json.Nodes;
using Amazon.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.LocalAws.Tests.Storage;

/// <summary>An emulator on a folder of the test's own, which ends and starts again.</summary>
internal sealed class KeptLab : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false });
    private readonly Action<IServiceCollection> _configure;

    private bool _hasEnded;

    private KeptLab(Action<IServiceCollection> configure) => _configure = configure;

    public LocalAws Aws { get; private set; } = null!;

    public string Folder => _folder.Path;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<KeptLab> StartAsync(Action<IServiceCollection>? configure = null)
    {
        var lab = new KeptLab(configure ?? (_ => { }));
        await lab.StartAgainAsync();
        return lab;
    }

    public async Task RestartAsync()
    {
        await EndAsync();
        await StartAgainAsync();
    }

    public ValueTask EndAsync()
    {
        _hasEnded = true;
        return Aws.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await (_hasEnded ? default : Aws.DisposeAsync());
        _http.Dispose();
        _folder.Dispose();
    }

    public T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Aws.Endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    /// <summary>One call of a JSON protocol, which must succeed.</summary>
    public async Task<JsonNode> CallAsync(string target, string body)
    {
        var (status, reply) = await TryCallAsync(target, body);
        Assert.True(status == HttpStatusCode.OK, reply.ToJsonString());
        return reply;
    }

    public async Task<(HttpStatusCode Status, JsonNode Reply)> TryCallAsync(string target, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Aws.Endpoint) { Content = new StringContent(body) };
        request.Headers.Add("X-Amz-Target", target);
        using var response = await _http.SendAsync(request, Token);
        return (response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!);
    }

    /// <summary>What the emulator's own endpoints tell.</summary>
    public Task<string> GetAsync(string path) => _http.GetStringAsync(new Uri(Aws.Endpoint, path), Token);

    public async Task StartAgainAsync()
    {
        Aws = await LocalAws.StartAsync(new() { DataFolder = Folder }, _configure, Token);
        _hasEnded = false;
    }
}
