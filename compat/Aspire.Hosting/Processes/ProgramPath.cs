namespace Aspire.Hosting.Processes;

/// <summary>Finds the file of a program before it is started, so that a missing one is a clear sentence.</summary>
internal static class ProgramPath
{
    public static string Find(ProcessPlan plan)
    {
        if (!Directory.Exists(plan.WorkingDirectory))
        {
            throw new DistributedApplicationException(
                $"The working directory '{plan.WorkingDirectory}' does not exist.");
        }

        return Candidates(plan).FirstOrDefault(File.Exists)
            ?? throw new DistributedApplicationException(
                $"The program '{plan.FileName}' was not found. Install it, or put its folder on the PATH.");
    }

    private static IEnumerable<string> Candidates(ProcessPlan plan)
    {
        string[] suffixes = OperatingSystem.IsWindows() ? ["", ".exe", ".cmd"] : [""];
        if (plan.FileName.AsSpan().ContainsAny(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar))
        {
            return suffixes.Select(suffix => Path.GetFullPath(plan.FileName + suffix, plan.WorkingDirectory));
        }

        var path = plan.Environment.TryGetValue("PATH", out var own) ? own : Environment.GetEnvironmentVariable("PATH");
        return from folder in (path ?? string.Empty).Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
               from suffix in suffixes
               select Path.Combine(folder, plan.FileName + suffix);
    }
}
