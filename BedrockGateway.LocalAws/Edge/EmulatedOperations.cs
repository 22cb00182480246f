using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Edge;

/// <summary><c>GET /_local/operations</c>: what this emulator answers, all else is refused by name.</summary>
/// <param name="Services">Operations by the endpoint prefix of their service.</param>
/// <param name="ResourceTypes">Types that a CloudFormation template may have.</param>
internal sealed record EmulatedOperations(
    SortedDictionary<string, string[]> Services, IReadOnlyList<string> ResourceTypes)
{
    public static EmulatedOperations Of(IServiceProvider provider)
    {
        var services = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var group in provider.GetServices<IAwsService>().GroupBy(service => service.Name))
        {
            services[group.Key] = [.. group.SelectMany(service => service.Operations).Order(StringComparer.Ordinal)];
        }

        var types = provider.GetServices<IResourceHandler>().Select(handler => handler.Type);
        return new(services, [.. types.Order(StringComparer.Ordinal)]);
    }
}
