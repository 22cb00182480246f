namespace BedrockGateway.Aspire.Tests;

public sealed class OrderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WaitFor_StartsWhenTheOtherIsReady()
    {
        var prepared = new TaskCompletionSource();
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddShell("first", Shell.UntilTold).OnResourceReady((_, _, _) => prepared.Task);
        builder.AddShell("second", Shell.UntilTold).WaitFor(first);
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("first", KnownResourceStates.Running);
        await application.UntilAsync("second", KnownResourceStates.Waiting);
        prepared.SetResult();
        var second = await application.UntilAsync("second", KnownResourceStates.Running);

        Assert.True(application.Notifications.TryGetCurrentState("first", out var state));
        Assert.True(state.Snapshot.StartTimeStamp < second.StartTimeStamp);
    }

    [Fact]
    public async Task WaitForWhatCannotStart_FailsToStart()
    {
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddExecutable("first", "no-such-program", ".");
        builder.AddShell("second", Shell.UntilTold).WaitFor(first);
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("second", KnownResourceStates.FailedToStart);

        Assert.Contains(
            "Failed to start: Resource 'second' stopped waiting for dependency resource 'first' because it "
                + "failed to start.",
            await application.LinesAsync("second"));
    }

    [Fact]
    public async Task WaitForWhatEndsBeforeItIsReady_FailsToStart()
    {
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddShell("first", "exit 0").WithExplicitStart();
        builder.AddShell("second", Shell.UntilTold).WaitFor(first);
        await using var application = await TestApplication.StartAsync(builder);
        await application.UntilAsync("second", KnownResourceStates.Waiting);

        await application.Notifications.PublishUpdateAsync(
            first.Resource, state => state with { State = KnownResourceStates.Exited });

        await application.UntilAsync("second", KnownResourceStates.FailedToStart);
        Assert.Contains(
            "Failed to start: Resource 'second' stopped waiting for dependency resource 'first' because it "
                + "entered the 'Exited' state prematurely.",
            await application.LinesAsync("second"));
    }

    [Fact]
    public async Task WaitForCompletion_StartsAfterTheExpectedExitCode()
    {
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddShell("first", "exit 4");
        builder.AddShell("second", Shell.UntilTold).WaitForCompletion(first, exitCode: 4);
        builder.AddShell("third", Shell.UntilTold).WaitForCompletion(first);
        await using var application = await TestApplication.StartAsync(builder);

        await application.UntilAsync("second", KnownResourceStates.Running);
        await application.UntilAsync("third", KnownResourceStates.FailedToStart);

        Assert.Contains(
            "Failed to start: Resource 'third' stopped waiting for dependency resource 'first' because it "
                + "entered the 'Finished' state with exit code '4', expected '0'.",
            await application.LinesAsync("third"));
    }

    [Fact]
    public async Task Stop_EndsThoseThatWaitBeforeThoseThatAreWaitedFor()
    {
        var log = Path.GetTempFileName();
        string Script(string name) =>
            $"trap 'echo {name} >> {log}; exit' TERM; echo ready; while :; do sleep 0.1; done";
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddShell("first", Script("first"));
        var second = builder.AddShell("second", Script("second")).WaitFor(first);
        builder.AddShell("third", Script("third")).WaitFor(second);
        await using var application = await TestApplication.StartAsync(builder);
        await application.LineAsync("third", "ready");

        await application.StopAsync();

        Assert.Equal(["third", "second", "first"], await File.ReadAllLinesAsync(log, Token));
        File.Delete(log);
    }

    [Fact]
    public async Task Stop_EndsTheWaitOfWhatHasNotStarted()
    {
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddShell("first", Shell.UntilTold).WithExplicitStart();
        builder.AddShell("second", Shell.UntilTold).WaitFor(first);
        await using var application = await TestApplication.StartAsync(builder);
        await application.UntilAsync("second", KnownResourceStates.Waiting);

        await application.StopAsync();

        await application.UntilAsync("second", KnownResourceStates.NotStarted);
    }

    [Fact]
    public async Task AfterResourcesCreated_ComesWhenAllHaveStarted()
    {
        var created = new TaskCompletionSource<List<string?>>();
        var builder = TestApplication.CreateBuilder();
        var first = builder.AddShell("first", Shell.UntilTold);
        builder.AddShell("second", Shell.UntilTold).WaitFor(first);
        TestApplication? application = null;
        var started = new TaskCompletionSource();
        builder.Eventing.Subscribe<AfterResourcesCreatedEvent>(async (@event, token) =>
        {
            await started.Task.WaitAsync(token);
            created.SetResult([.. @event.Model.Resources.Select(resource => StateOf(application!, resource.Name))]);
        });
        application = await TestApplication.StartAsync(builder);
        await using var _ = application;
        started.SetResult();

        Assert.Equal([KnownResourceStates.Running, KnownResourceStates.Running], await created.Task.WaitAsync(Token));
    }

    private static string? StateOf(TestApplication application, string name) =>
        application.Notifications.TryGetCurrentState(name, out var state) ? state.Snapshot.State?.Text : null;
}
