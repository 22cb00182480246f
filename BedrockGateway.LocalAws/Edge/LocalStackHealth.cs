using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>
/// <c>GET /_localstack/health</c>: what clients of LocalStack, such as Testcontainers, wait for before they call.
/// </summary>
/// <param name="Services"><c>running</c> by the endpoint prefix of each service.</param>
/// <param name="Edition">Who answers.</param>
/// <param name="Version">Of this emulator.</param>
/// <remarks>Source: https://docs.localstack.cloud/aws/capabilities/networking/internal-endpoints/</remarks>
internal sealed record LocalStackHealth(SortedDictionary<string, string> Services, string Edition, string Version)
{
    public const string Path = "/_localstack/health";

    private const string Running = "running";

    public static LocalStackHealth Of(IServiceProvider provider)
    {
        var services = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var service in provider.GetServices<IAwsService>())
        {
            services[service.Name] = Running;
        }

        return new(
            services,
            "bedrockgateway-local-aws",
            typeof(LocalStackHealth).Assembly.GetName().Version?.ToString(3) ?? string.Empty);
    }
}
