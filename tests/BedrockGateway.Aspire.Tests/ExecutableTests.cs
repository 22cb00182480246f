namespace BedrockGateway.Aspire.Tests;

public sealed class ExecutableTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EnvironmentCallbacks_ReachTheProcessInTheirOrder()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("printer", "echo \"$TEXT|$EMPTY|$CALLED|$LATE|$JOINED\"")
            .WithEnvironment("TEXT", "first")
            .WithEnvironment("TEXT", "second")
            .WithEnvironment("EMPTY", (string?)null)
            .WithEnvironment("CALLED", () => "called")
            .WithEnvironment(context => context.EnvironmentVariables["LATE"] = new LateValue("late"))
            .WithEnvironment("JOINED", ReferenceExpression.Create($"{{{new LateValue("a")}-{new LateValue("b")}}}"));
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("printer", KnownResourceStates.Finished);

        Assert.Equal(["second||called|late|{a-b}"], await application.LinesAsync("printer"));
    }

    [Fact]
    public async Task Arguments_ReachTheProcessAsTheyAre()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("printer", "sh", ".", "-c", "printf '%s\\n' \"$0\" \"$@\"", "zero", "two words")
            .WithArgs("$HOME; 'quoted\"")
            .WithArgs(context => context.Args.Add(new LateValue("late")));
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("printer", KnownResourceStates.Finished);

        Assert.Equal(["zero", "two words", "$HOME; 'quoted\"", "late"], await application.LinesAsync("printer"));
    }

    [Fact]
    public async Task ErrorOutput_IsMarkedAsSuch()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("writer", "echo fine; echo bad >&2");
        await using var application = await TestApplication.StartAsync(builder);

        Assert.False((await application.LineAsync("writer", "fine")).IsErrorMessage);
        Assert.True((await application.LineAsync("writer", "bad")).IsErrorMessage);
    }

    [Fact]
    public async Task CrashAtStart_LogsTheExitCodeAndTheLastErrorLine()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("crasher", "echo starting; echo 'no such table' >&2; echo >&2; exit 3");
        await using var application = await TestApplication.StartAsync(builder);

        var ended = await application.UntilAsync("crasher", KnownResourceStates.Finished);

        Assert.Equal(3, ended.ExitCode);
        Assert.Equal(KnownResourceStateStyles.Error, ended.State!.Style);
        Assert.Equal(
            "Ended with exit code 3. Last line of its error output: no such table",
            (await application.LinesAsync("crasher"))[^1]);
    }

    [Fact]
    public async Task ProgramThatDoesNotExist_FailsToStart()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddExecutable("absent", "no-such-program", ".");
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("absent", KnownResourceStates.FailedToStart);

        Assert.Equal(
            ["Failed to start: The program 'no-such-program' was not found. Install it, or put its folder on the "
                + "PATH."],
            await application.LinesAsync("absent"));
    }

    [Fact]
    public async Task EnvironmentThatCannotBeMade_FailsToStart()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("broken", "echo never")
            .WithEnvironment("A", () => throw new InvalidOperationException("No A today."));
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("broken", KnownResourceStates.FailedToStart);

        Assert.Equal(["Failed to start: No A today."], await application.LinesAsync("broken"));
    }

    [Fact]
    public async Task Restart_StartsANewProcessWithANewEnvironment()
    {
        var starts = 0;
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("worker", "echo \"start $NUMBER\"; " + Shell.UntilTold)
            .WithEnvironment("NUMBER", () => $"{++starts}");
        await using var application = await TestApplication.StartAsync(builder);
        var first = await application.ProcessIdAsync("worker");
        await application.LineAsync("worker", "ready");

        var result =
            await application.Commands.ExecuteCommandAsync("worker", KnownResourceCommands.RestartCommand, Token);

        Assert.True(result.Success);
        Assert.NotEqual(first, await application.ProcessIdAsync("worker"));
        await application.LineAsync("worker", "start 2");
        Assert.Equal(["start 1", "ready", "bye", "start 2"], (await application.LinesAsync("worker")).Take(4));
    }

    [Fact]
    public async Task StopAndStart_AreTwoCommands()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("worker", Shell.UntilTold);
        await using var application = await TestApplication.StartAsync(builder);
        await application.LineAsync("worker", "ready");

        await application.Commands.ExecuteCommandAsync("worker", KnownResourceCommands.StopCommand, Token);
        var stopped = await application.UntilAsync("worker", KnownResourceStates.Finished);
        await application.Commands.ExecuteCommandAsync("worker", KnownResourceCommands.StartCommand, Token);

        Assert.Equal(0, stopped.ExitCode);
        await application.UntilAsync("worker", KnownResourceStates.Running);
    }

    [Fact]
    public async Task ExplicitStart_WaitsForTheCommand()
    {
        var builder = TestApplication.CreateBuilder();
        var worker = builder.AddShell("worker", Shell.UntilTold).WithExplicitStart();
        await using var application = await TestApplication.StartAsync(builder);
        await application.UntilAsync("worker", KnownResourceStates.NotStarted);

        await application.Commands.ExecuteCommandAsync(worker.Resource, KnownResourceCommands.StartCommand, Token);

        await application.UntilAsync("worker", KnownResourceStates.Running);
    }

    [Theory]
    [InlineData("worker", "dance", "Command 'dance' not available for resource 'worker'.")]
    [InlineData("nobody", "start", "Resource 'nobody' not found.")]
    public async Task CommandThatDoesNotExist_FailsWithASentence(string resource, string command, string message)
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("worker", Shell.UntilTold);
        await using var application = await TestApplication.StartAsync(builder);

        var result = await application.Commands.ExecuteCommandAsync(resource, command, Token);

        Assert.Equal((false, message), (result.Success, result.Message));
    }

    [Fact]
    public async Task ProcessThatIgnoresTermination_IsKilled()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("stubborn", "trap '' TERM; echo ready; while :; do sleep 0.1; done");
        await using var application = await TestApplication.StartAsync(builder);
        await application.LineAsync("stubborn", "ready");

        await application.StopAsync();

        var ended = await application.UntilAsync("stubborn", KnownResourceStates.Finished);
        const int KilledBySignal9 = 128 + 9;
        Assert.Equal(KilledBySignal9, ended.ExitCode);
    }

    private sealed class LateValue(string value) : IValueProvider, IManifestExpressionProvider
    {
        public string ValueExpression => $"{{{value}}}";

        public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) => new(value);
    }
}
