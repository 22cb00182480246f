using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;

namespace BedrockGateway.AppHost;

/// <summary>The build of the functions' project while they are part of a run.</summary>
internal static class FunctionBuild
{
    /// <summary>Folders of a project and of those that it refers to.</summary>
    public static IReadOnlyCollection<string> FoldersOf(string projectPath)
    {
        var folders = new HashSet<string>();
        var pending = new Queue<string>([projectPath]);
        while (pending.TryDequeue(out var project))
        {
            var folder = Path.GetDirectoryName(project)!;
            if (folders.Add(folder))
            {
                foreach (var reference in XDocument.Load(project).Descendants("ProjectReference"))
                {
                    pending.Enqueue(Path.GetFullPath(Path.Combine(folder, (string)reference.Attribute("Include")!)));
                }
            }
        }

        return folders;
    }

    /// <summary>Builds a project as it was built before; what it has to say goes to the console.</summary>
    public static async Task RunAsync(string projectPath, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Building {Path.GetFileNameWithoutExtension(projectPath)} ...");
        // The .NET CLI that runs us says where it is.
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var configuration = typeof(FunctionBuild).Assembly
            .GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        using var build = Process.Start(new ProcessStartInfo(
            dotnet, ["build", projectPath, "-c", configuration, "--nologo", "-v", "quiet", "-clp:NoSummary"]))!;
        try
        {
            await build.WaitForExitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            build.Kill(entireProcessTree: true);
            throw;
        }

        Console.WriteLine(build.ExitCode == 0
            ? "The functions start with what was built."
            : "The build failed; the functions start as they were.");
    }
}
