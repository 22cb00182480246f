using System.Diagnostics;

namespace BedrockGateway.Infra.Tests.Keys;

/// <summary>The program as a process of its own, from its start to its end.</summary>
/// <param name="ExitCode">What it ended with.</param>
/// <param name="Output">All of its standard output.</param>
/// <param name="Errors">All of its standard error.</param>
internal sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    public static async Task<ProgramRun> RunAsync(
        IEnumerable<string> arguments, IEnumerable<(string Name, string? Value)> environment)
    {
        var start = new ProcessStartInfo("dotnet", [CdkProgram.Program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var run = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        var output = run.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = run.StandardError.ReadToEndAsync(patience.Token);
        await run.WaitForExitAsync(patience.Token);
        return new(run.ExitCode, await output, await errors);
    }
}
