using System.Reflection;
using System.Runtime.InteropServices;

namespace Aspire.Hosting.Orchestration;

/// <summary>Finds what a project was built into.</summary>
internal static class ProjectOutput
{
    /// <summary>
    /// The build of the AppHost records the outputs of its resources in its assembly, under this and their path.
    /// </summary>
    private const string Key = "aspireprojectoutput:";

    public static string Path(IProjectMetadata project)
    {
        var key = Key + project.ProjectPath;
        var output = project.GetType().Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => string.Equals(attribute.Key, key, StringComparison.OrdinalIgnoreCase))?.Value
            ?? throw new DistributedApplicationException(
                $"The output of the project '{project.ProjectPath}' is not known. Add a ProjectReference to it to "
                    + "the AppHost project.");
        return File.Exists(output)
            ? output
            : throw new DistributedApplicationException(
                $"The file '{output}' does not exist. Build the AppHost project again.");
    }

    /// <summary>The <c>dotnet</c> of the runtime that we run on, which need not be the one on the PATH.</summary>
    public static string DotNet()
    {
        var name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        // <root>/shared/Microsoft.NETCore.App/<version>/
        var root = System.IO.Path.GetFullPath(
            System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var own = System.IO.Path.Combine(root, name);
        return File.Exists(own) ? own : name;
    }
}
