using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Aspire.Hosting.Testing;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>The app host in this process, as Aspire's own testing package runs it.</summary>
/// <remarks>
/// One at a time: it points the AWS SDK of the whole process at its LocalAws, and its functions inherit that.
/// </remarks>
public sealed class TestedAppHost : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(100);

    private DistributedApplication? _application;

    internal DistributedApplication Application => _application!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static Task<IDistributedApplicationTestingBuilder> CreateBuilderAsync() =>
        DistributedApplicationTestingBuilder.CreateAsync<Projects.BedrockGateway_AppHost>(
            ["--gateway-port=0", "--aws-port=0", .. SharedGateway.Settings], Token);

    public async ValueTask InitializeAsync()
    {
        var builder = await CreateBuilderAsync().WaitAsync(Patience, Token);
        _application = await builder.BuildAsync(Token).WaitAsync(Patience, Token);
        await _application.StartAsync(Token).WaitAsync(Patience, Token);
        // A function is not up with the gateway: each waits for the stack and starts on its own.
        foreach (var resource in builder.Resources)
        {
            await _application.ResourceNotifications.WaitForResourceHealthyAsync(resource.Name, Token)
                .WaitAsync(Patience, Token);
        }

        await UntilPolledAsync(_application.CreateHttpClient("aws", "http")).WaitAsync(Patience, Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await _application.DisposeAsync();
        }
    }

    // The gateway waits 29 s for a reply, in which a busy machine may not have started a function.
    private static async Task UntilPolledAsync(HttpClient aws)
    {
        using (aws)
        {
            while (await aws.GetFromJsonAsync<JsonNode>(new Uri("_local/data/functions", UriKind.Relative), Token)
                is { } list && list.ToJsonString().Contains("\"state\":\"absent\"", StringComparison.Ordinal))
            {
                await Task.Delay(LookPause, Token);
            }
        }
    }
}
