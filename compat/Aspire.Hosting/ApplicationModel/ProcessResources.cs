namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project that runs as a process.</summary>
public class ProjectResource(string name)
    : Resource(name),
        IResourceWithEnvironment,
        IResourceWithArgs,
        IResourceWithServiceDiscovery,
        IResourceWithWaitSupport,
        IComputeResource;

/// <summary>Any program that runs as a process.</summary>
public class ExecutableResource(string name, string command, string workingDirectory)
    : Resource(name),
        IResourceWithEnvironment,
        IResourceWithArgs,
        IResourceWithEndpoints,
        IResourceWithWaitSupport,
        IComputeResource
{
    public string Command { get; } = !string.IsNullOrEmpty(command)
        ? command
        : throw new ArgumentException("A command is needed.", nameof(command));

    public string WorkingDirectory { get; } = workingDirectory
        ?? throw new ArgumentNullException(nameof(workingDirectory));
}
