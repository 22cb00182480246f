using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Tells the resource all endpoints of another, in environment variables.</summary>
    /// <remarks>
    /// <c>services__{resource}__{scheme or endpoint}__{number}</c> for .NET's service discovery, and
    /// <c>{RESOURCE}_{ENDPOINT}</c> for anybody.
    /// </remarks>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        builder.ReferTo(source.Resource, name: null).UseAllEndpoints = true;
        return builder;
    }

    /// <summary>Tells the resource all endpoints of another, under another name.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithServiceDiscovery> source,
        string name)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(source);
        builder.ReferTo(source.Resource, name).UseAllEndpoints = true;
        return builder;
    }

    /// <summary>Tells the resource one endpoint of another.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(endpointReference);
        builder.ReferTo(endpointReference.Resource, name: null).EndpointNames.Add(endpointReference.EndpointName);
        return builder;
    }

    private static EndpointReferenceAnnotation ReferTo<T>(
        this IResourceBuilder<T> builder, IResourceWithEndpoints source, string? name)
        where T : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        var reference = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>()
            .SingleOrDefault(annotation => annotation.Resource == source);
        if (reference is null)
        {
            reference = new EndpointReferenceAnnotation(source);
            builder.WithAnnotation(reference);
            builder.WithEnvironment(context => SetEndpoints(context.EnvironmentVariables, reference, name));
        }

        builder.WithReferenceRelationship(source);
        return reference;
    }

    private static void SetEndpoints(
        Dictionary<string, object> variables, EndpointReferenceAnnotation reference, string? name)
    {
        var told = reference.Resource.GetEndpoints().Where(endpoint =>
            reference.EndpointNames.Contains(endpoint.EndpointName)
            || (reference.UseAllEndpoints && !endpoint.ExcludeReferenceEndpoint));
        foreach (var endpoint in told)
        {
            var service = name ?? reference.Resource.Name.ToUpperInvariant();
            var endpointName = VariableName(endpoint.EndpointName).ToUpperInvariant();
            variables[$"{VariableName(service)}_{endpointName}"] = endpoint;

            var kind = endpoint.IsHttpSchemeNamedEndpoint ? endpoint.Scheme : endpoint.EndpointName;
            var prefix = $"services__{name ?? reference.Resource.Name}__{kind}__";
            var number = 0;
            while (variables.ContainsKey($"{prefix}{number}"))
            {
                number++;
            }

            variables[$"{prefix}{number}"] = endpoint;
        }
    }

    private static string VariableName(string name)
    {
        var letters = string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        return letters.Length > 0 && char.IsAsciiDigit(letters[0]) ? $"_{letters}" : letters;
    }
}
