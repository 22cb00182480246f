namespace BedrockGateway.Containers.Tests.Running;

/// <summary>The <c>docker</c> program, for what Testcontainers has no method for.</summary>
internal static class DockerCli
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Runs <c>docker</c> and insists that it works.</summary>
    /// <returns>What it wrote, without the end of its last line.</returns>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        var outcome = await TryAsync(Patience, arguments);
        Assert.True(outcome.ExitCode == 0, $"docker {string.Join(' ', arguments)}: {outcome.Error}");
        return outcome.Output.TrimEnd();
    }

    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public static async Task<ChildOutcome> TryAsync(TimeSpan patience, params string[] arguments)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(patience);
        return await ChildProcess.RunAsync("docker", arguments, new Dictionary<string, string?>(), deadline.Token);
    }
}
