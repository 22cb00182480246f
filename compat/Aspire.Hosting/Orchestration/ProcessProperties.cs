using System.Collections.Immutable;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Processes;

namespace Aspire.Hosting.Orchestration;

/// <summary>What a process is shown with, under the names that the Aspire dashboard knows.</summary>
internal static class ProcessProperties
{
    public static ImmutableArray<ResourcePropertySnapshot> Merge(
        ImmutableArray<ResourcePropertySnapshot> known, IResource resource, ProcessPlan plan, int processId)
    {
        List<ResourcePropertySnapshot> own =
        [
            new("executable.path", plan.FileName),
            new("executable.workDir", plan.WorkingDirectory),
            new("executable.args", plan.Arguments) { IsSensitive = true },
            new("executable.pid", processId),
        ];
        if (resource.TryGetLastAnnotation<IProjectMetadata>(out var project))
        {
            own.Add(new("project.path", project.ProjectPath));
        }

        return [.. known.ExceptBy(own.Select(property => property.Name), property => property.Name), .. own];
    }
}
