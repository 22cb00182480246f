using System.Diagnostics;

namespace Aspire.Hosting.ApplicationModel
{
    /// <summary>A resource that serves network addresses.</summary>
    public interface IResourceWithEndpoints : IResource;

    /// <summary>Marks a parameter that takes the name of an endpoint.</summary>
    [AttributeUsage(AttributeTargets.Parameter)]
    public sealed class EndpointNameAttribute : Attribute, IModelNameParameter;

    /// <summary>Which endpoints of another resource this one is told.</summary>
    [DebuggerDisplay("Type = {GetType().Name,nq}, Resource = {Resource.Name}")]
    public sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
    {
        public IResourceWithEndpoints Resource { get; } =
            resource ?? throw new ArgumentNullException(nameof(resource));

        public bool UseAllEndpoints { get; set; }

        public ISet<string> EndpointNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
    }
}

namespace Aspire.Hosting
{
    /// <summary>A resource whose endpoints others can find by its name.</summary>
    public interface IResourceWithServiceDiscovery : ApplicationModel.IResourceWithEndpoints;
}
