using System.Reflection;
using Aspire.Hosting.Dashboard.Wire;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Resource = Aspire.Hosting.Dashboard.Wire.Resource;

namespace BedrockGateway.Aspire.Tests.Dashboard;

/// <summary>
/// An application with a dashboard that only serves a page and says what it was given, and a client of the resource
/// service that asks in its place.
/// </summary>
internal sealed class DashboardApplication : IAsyncDisposable
{
    private const string Given =
        """
        #!/bin/sh
        cd "$(dirname "$0")"
        PORT=${ASPNETCORE_URLS##*:} exec dotnet "$APP" ASPNETCORE_URLS ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL \
          ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL \
          DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE DASHBOARD__RESOURCESERVICECLIENT__APIKEY \
          DASHBOARD__FRONTEND__AUTHMODE DASHBOARD__FRONTEND__BROWSERTOKEN \
          DASHBOARD__OTLP__AUTHMODE DASHBOARD__OTLP__PRIMARYAPIKEY \
          DASHBOARD__API__AUTHMODE ASPIRE_DASHBOARD_TELEMETRY_OPTOUT > given.txt
        """;

    private readonly DirectoryInfo _folder;
    private readonly GrpcChannel _channel;

    private DashboardApplication(TestApplication application, DirectoryInfo folder, LogLines log)
    {
        Application = application;
        Log = log;
        _folder = folder;
        Environment = File.ReadLines(Path.Combine(folder.FullName, "given.txt"))
            .Where(line => line.Contains('=', StringComparison.Ordinal))
            .Select(line => line.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        _channel = GrpcChannel.ForAddress(Environment["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"]);
        Client = new(_channel);
    }

    public TestApplication Application { get; }

    public LogLines Log { get; }

    /// <summary>Some of what the dashboard was started with.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; }

    public DashboardService.DashboardServiceClient Client { get; }

    public Metadata Key => new() { { "x-resource-service-api-key", ApiKey } };

    public string ApiKey => Environment["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static IDistributedApplicationBuilder CreateBuilder(params string[] args) =>
        DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args });

    public static async Task<DashboardApplication> StartAsync(IDistributedApplicationBuilder builder)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The dashboard of these tests is a script of sh.");
        var folder = Directory.CreateTempSubdirectory("bedrock-gateway-dashboard-");
        var program = Path.Combine(folder.FullName, "dashboard");
        await File.WriteAllTextAsync(
            program, Given.Replace("$APP", TestApp(), StringComparison.Ordinal), Token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        builder.Configuration["ASPIRE_DASHBOARD_PATH"] = program;
        var log = new LogLines();
        builder.Services.AddLogging(logging => logging.AddProvider(log));
        return new(await TestApplication.StartAsync(builder), folder, log);
    }

    /// <summary>The first message about the resource that meets the condition.</summary>
    public async Task<Resource> UntilAsync(string resource, Predicate<Resource> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        using var watch = Client.WatchResources(new(), Key, cancellationToken: patience.Token);
        await foreach (var update in watch.ResponseStream.ReadAllAsync(patience.Token))
        {
            var found = update.KindCase == WatchResourcesUpdate.KindOneofCase.InitialData
                ? update.InitialData.Resources
                : update.Changes.Value.Select(change => change.Upsert);
            if (found.FirstOrDefault(message => message.DisplayName == resource && condition(message)) is { } message)
            {
                return message;
            }
        }

        throw new InvalidOperationException("The watch has ended.");
    }

    public async ValueTask DisposeAsync()
    {
        await Application.DisposeAsync();
        _channel.Dispose();
        _folder.Delete(recursive: true);
    }

    private static string TestApp() => typeof(DashboardApplication).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key.StartsWith("aspireprojectoutput:", StringComparison.Ordinal)
            && attribute.Key.Contains("TestApp", StringComparison.Ordinal))
        .Value!;
}
