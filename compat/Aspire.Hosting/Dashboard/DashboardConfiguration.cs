using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting.Orchestration;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Dashboard;

/// <summary>The settings of the dashboard, under the official keys; those that nobody gave are made here.</summary>
/// <remarks>
/// Made before the app model, so that an AppHost that exports telemetry of its own finds
/// <c>ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL</c> and <c>AppHost:OtlpApiKey</c> right after <c>CreateBuilder</c>.
/// </remarks>
internal sealed class DashboardConfiguration(IConfiguration configuration)
{
    public const string OtlpGrpcUrlKey = "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL";
    public const string OtlpHttpUrlKey = "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL";
    public const string OtlpApiKeyKey = "AppHost:OtlpApiKey";

    private const string UrlKey = "ASPNETCORE_URLS";
    private const string BrowserTokenKey = "AppHost:BrowserToken";
    private const string TelemetryApiKeyKey = "AppHost:DashboardApiKey";
    private const string ResourceServiceUrlKey = "ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL";
    private const string ResourceServiceApiKeyKey = "AppHost:ResourceService:ApiKey";
    private const string AnonymousKey = "ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS";

    // Official tokens have 128 bits too.
    private const int TokenBytes = 16;

    public Uri Url => new(configuration[UrlKey]!.Split(';')[0]);

    public string Urls => configuration[UrlKey]!;

    public string? OtlpGrpcUrl => configuration[OtlpGrpcUrlKey];

    public string? OtlpHttpUrl => configuration[OtlpHttpUrlKey];

    /// <summary>None when everybody may look.</summary>
    public string? BrowserToken => configuration[BrowserTokenKey];

    public string? OtlpApiKey => configuration[OtlpApiKeyKey];

    public string? TelemetryApiKey => configuration[TelemetryApiKeyKey];

    public string? ResourceServiceApiKey => configuration[ResourceServiceApiKeyKey];

    /// <summary>0 for any.</summary>
    public int ResourceServicePort =>
        configuration[ResourceServiceUrlKey] is { Length: > 0 } url ? new Uri(url).Port : 0;

    /// <summary>A program or assembly to start instead of the one of the Aspire CLI.</summary>
    public string? ProgramPath => configuration["ASPIRE_DASHBOARD_PATH"];

    /// <summary>Where it is installed: beside the AppHost, in a folder that git ignores.</summary>
    public string InstallationFolder => Path.Combine(configuration["AppHost:Directory"]!, ".local", "dashboard");

    /// <summary>What is handed on to the dashboard as it is.</summary>
    public IEnumerable<KeyValuePair<string, string>> PassedOn =>
        from pair in configuration.AsEnumerable()
        where pair.Key.StartsWith("ASPIRE_DASHBOARD_", StringComparison.OrdinalIgnoreCase) && pair.Value is not null
        select KeyValuePair.Create(pair.Key, pair.Value!);

    public static void AddDefaults(ConfigurationManager configuration)
    {
        var made = new Dictionary<string, string?>();
        var taken = new HashSet<int>();
        if (string.IsNullOrEmpty(configuration[UrlKey]))
        {
            made[UrlKey] = FreeUrl(taken);
        }

        // One is enough; where none is given, browsers get theirs too.
        if (string.IsNullOrEmpty(configuration[OtlpGrpcUrlKey]) && string.IsNullOrEmpty(configuration[OtlpHttpUrlKey]))
        {
            made[OtlpGrpcUrlKey] = FreeUrl(taken);
            made[OtlpHttpUrlKey] = FreeUrl(taken);
        }

        if (!configuration.GetValue<bool>(AnonymousKey))
        {
            made[BrowserTokenKey] = configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? Token();
            made[OtlpApiKeyKey] = configuration[OtlpApiKeyKey] ?? Token();
            made[TelemetryApiKeyKey] = configuration[TelemetryApiKeyKey] ?? Token();
            made[ResourceServiceApiKeyKey] = configuration["ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY"] ?? Token();
        }

        configuration.AddInMemoryCollection(made);
    }

    /// <summary>Nobody listens for telemetry after all.</summary>
    public void ForgetOtlp() => configuration[OtlpGrpcUrlKey] = configuration[OtlpHttpUrlKey] = null;

    private static string FreeUrl(ISet<int> taken) => $"http://localhost:{Ports.FindFree(ProtocolType.Tcp, taken)}";

    private static string Token() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
}
