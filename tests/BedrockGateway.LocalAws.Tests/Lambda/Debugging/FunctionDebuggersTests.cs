using System.Globalization;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.TestFunction;

namespace BedrockGateway.LocalAws.Tests.Lambda.Debugging;

/// <summary>A debugger as a function's runtime sees it: somebody opens its pair of pipes.</summary>
public sealed class FunctionDebuggersTests(LambdaFixture fixture) : IClassFixture<LambdaFixture>
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DebuggerThatAttaches_IsSeenUntilItLeaves()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux tells who is debugged.");
        var name = fixture.AddFunction();
        var debuggers = fixture.Service<FunctionDebuggers>();
        await using var process = FunctionProcess.Start("web", await fixture.Aws.OpenRuntimeApiAsync(name, Token));
        await fixture.InvokeAsync(name, """{"path":"/raw","httpMethod":"GET"}""");
        Assert.False(debuggers.AreAttached);

        using (Open(process.Id, "in", FileAccess.Write))
        using (Open(process.Id, "out", FileAccess.Read))
        {
            await UntilAsync(() => debuggers.AreAttached);
        }

        await UntilAsync(() => !debuggers.AreAttached);
    }

    [Fact]
    public async Task InvocationWhileSomebodyDebugs_HasADayAndNoTimeOut()
    {
        var name = fixture.AddFunction(timeoutMs: 1);
        var options = fixture.Service<LocalAwsOptions>();
        using var poller = await fixture.PollAsync(name);
        options.DebugFunctions = true;
        try
        {
            var before = TimeProvider.System.GetUtcNow();
            var invoked = fixture.InvokeAsync(name);
            var next = await poller.NextAsync();
            var deadline = DateTimeOffset.FromUnixTimeMilliseconds(
                long.Parse(next.Header("Lambda-Runtime-Deadline-Ms")!, CultureInfo.InvariantCulture));
            await poller.RespondAsync(next.Id, "7");

            Assert.InRange(deadline - before, TimeSpan.FromHours(23), TimeSpan.FromHours(25));
            Assert.Null((await invoked).FunctionError);
        }
        finally
        {
            options.DebugFunctions = false;
        }
    }

    [Theory]
    [InlineData(new string[0], false)]
    [InlineData(new[] { "--debug-functions", "true" }, true)]
    public void CommandLine_SaysThatSomebodyDebugs(string[] args, bool expected)
    {
        Assert.SkipWhen(System.Diagnostics.Debugger.IsAttached, "Somebody debugs this test.");
        Assert.True(LocalAwsCommandLine.TryParse(args, out var options, out _));

        Assert.Equal(expected, options.DebugFunctions);
    }

    private static FileStream Open(int processId, string direction, FileAccess access) => new(
        Directory.GetFiles(Path.GetTempPath(), $"clr-debug-pipe-{processId}-*-{direction}").Single(),
        FileMode.Open,
        access,
        FileShare.ReadWrite);

    private static async Task UntilAsync(Func<bool> isSo)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!isSo())
        {
            await Task.Delay(Pause, patience.Token);
        }
    }
}
