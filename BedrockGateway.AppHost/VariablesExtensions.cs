namespace BedrockGateway.AppHost;

/// <summary>What the stack tells its functions.</summary>
internal static class VariablesExtensions
{
    public static IResourceBuilder<T> WithVariables<T>(
        this IResourceBuilder<T> function, IReadOnlyDictionary<string, string> variables)
        where T : IResourceWithEnvironment
    {
        foreach (var (name, value) in variables)
        {
            function.WithEnvironment(name, value);
        }

        return function;
    }
}
