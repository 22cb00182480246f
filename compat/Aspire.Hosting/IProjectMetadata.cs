using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>What the generated classes in the namespace <c>Projects</c> say about a project.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    /// <summary>Full path of the project file.</summary>
    string ProjectPath { get; }

    /// <summary>Whether the project was built already.</summary>
    bool SuppressBuild => false;
}
