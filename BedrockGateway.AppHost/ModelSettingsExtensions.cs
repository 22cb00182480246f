using BedrockGateway.Infra;

namespace BedrockGateway.AppHost;

/// <summary>What the stack tells the function behind the models.</summary>
internal static class ModelSettingsExtensions
{
    public static IResourceBuilder<T> WithModelSettings<T>(this IResourceBuilder<T> function, GatewaySettings settings)
        where T : IResourceWithEnvironment
    {
        foreach (var (name, value) in ModelsVariables.Of(settings))
        {
            function.WithEnvironment(name, value);
        }

        return function;
    }
}
