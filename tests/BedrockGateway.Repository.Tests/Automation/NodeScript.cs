using System.Diagnostics;

namespace BedrockGateway.Repository.Tests.Automation;

/// <summary>A script of <c>.ci</c> as the workflows run it.</summary>
internal static class NodeScript
{
    /// <param name="script">Path below the root.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">What follows it.</param>
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string script, string input, params IEnumerable<string> arguments)
    {
        string[] command = [Path.Combine(Repository.Root, script), .. arguments];
        using var node = Process.Start(new ProcessStartInfo("node", command)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(1));
        var output = node.StandardOutput.ReadToEndAsync(deadline.Token);
        var errors = node.StandardError.ReadToEndAsync(deadline.Token);
        await node.StandardInput.WriteAsync(input.AsMemory(), deadline.Token);
        node.StandardInput.Close();
        await node.WaitForExitAsync(deadline.Token);
        return (node.ExitCode, (await output).Trim(), (await errors).Trim());
    }
}
