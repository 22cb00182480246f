namespace BedrockGateway.Repository.Tests.Automation;

/// <summary>The commands under <c>.ci</c>.</summary>
public sealed class CommandFileTests
{
    public static TheoryData<string> Commands =>
        [.. Repository.Files.Where(path => path.StartsWith(".ci/", StringComparison.Ordinal)
            && path.Count(letter => letter == '/') == 1)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_StopsAtTheFirstFailureAndSaysWhatItIs(string path)
    {
        var lines = Repository.Read(path).Split('\n');

        Assert.Equal("#!/usr/bin/env bash", lines[0]);
        Assert.StartsWith("# ", lines[1], StringComparison.Ordinal);
        Assert.Contains("set -euo pipefail", lines);
        Assert.True(
            OperatingSystem.IsWindows()
            || File.GetUnixFileMode(Path.Combine(Repository.Root, path)).HasFlag(UnixFileMode.UserExecute));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Command_IsExplained(string path) =>
        Assert.True(
            path == ".ci/sbom" || Repository.Read("CONTRIBUTING.md").Contains($"`{path}`", StringComparison.Ordinal),
            $"CONTRIBUTING.md does not name {path}.");
}
