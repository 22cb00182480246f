using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Aspire.Tests;

public sealed class HealthTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WaitFor_HoldsUntilTheEndpointAnswersAsExpected()
    {
        var builder = TestApplication.CreateBuilder();
        var site = builder.AddSite("site").WithEnvironment("STATUS", "503").WithHttpHealthCheck("/health");
        builder.AddShell("reader", Shell.UntilTold).WaitFor(site);
        var endpoint = site.GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);

        var unhealthy = await application.UntilAsync("site", state => Report(state)?.Description is { } text
            && text.EndsWith("503 ServiceUnavailable", StringComparison.Ordinal));
        var waiting = await application.UntilAsync("reader", KnownResourceStates.Waiting);
        await application.SetStatusAsync(endpoint, 200);
        await application.UntilAsync("reader", KnownResourceStates.Running);
        var healthy = await application.UntilAsync("site", KnownResourceStates.Running);

        Assert.Equal(HealthStatus.Unhealthy, unhealthy.HealthStatus);
        Assert.Equal(
            new HealthReportSnapshot(
                "site_http_/health_200_check",
                HealthStatus.Unhealthy,
                $"Request to {endpoint.Url}/health returned 503 ServiceUnavailable",
                null)
            {
                LastRunAt = Report(unhealthy)!.LastRunAt,
            },
            Report(unhealthy));
        Assert.Null(waiting.StartTimeStamp);
        Assert.Equal(HealthStatus.Healthy, healthy.HealthStatus);
    }

    [Fact]
    public async Task TurningUnhealthy_IsPublishedAndLogged()
    {
        var builder = TestApplication.CreateBuilder();
        builder.Services.AddSingleton<TimeProvider>(new HastyClock());
        var endpoint = builder.AddSite("site").WithHttpHealthCheck("/health").GetEndpoint("http");
        await using var application = await TestApplication.StartAsync(builder);
        await application.Notifications.WaitForResourceHealthyAsync("site", Token);

        await application.SetStatusAsync(endpoint, 500);

        var site = await application.UntilAsync("site", state => state.HealthStatus == HealthStatus.Unhealthy);
        Assert.Equal(KnownResourceStates.Running, site.State?.Text);
        await application.LineAsync(
            "site",
            "Not healthy any more, but Unhealthy. site_http_/health_200_check: Request to "
                + $"{endpoint.Url}/health returned 500 InternalServerError.");
    }

    [Fact]
    public async Task ResourceReady_ComesWhenTheChecksSaySo()
    {
        var isUp = false;
        var readyWhileUp = new TaskCompletionSource<bool>();
        var builder = TestApplication.CreateBuilder();
        builder.Services.AddHealthChecks().AddCheck(
            "own", () => Volatile.Read(ref isUp) ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded("Not yet"));
        builder.AddShell("worker", Shell.UntilTold)
            .WithHealthCheck("own")
            .OnResourceReady((_, _, _) =>
            {
                readyWhileUp.SetResult(Volatile.Read(ref isUp));
                return Task.CompletedTask;
            });
        await using var application = await TestApplication.StartAsync(builder);
        var degraded = await application.UntilAsync("worker", state => Report(state)?.Description == "Not yet");

        Volatile.Write(ref isUp, true);

        var worker = await application.Notifications.WaitForResourceHealthyAsync("worker", Token);
        Assert.Equal(HealthStatus.Degraded, degraded.HealthStatus);
        Assert.Equal(HealthStatus.Healthy, worker.Snapshot.HealthStatus);
        Assert.True(await readyWhileUp.Task.WaitAsync(Token));
    }

    [Fact]
    public async Task CheckThatThrows_MakesUnhealthy()
    {
        var builder = TestApplication.CreateBuilder();
        builder.Services.AddHealthChecks().AddCheck("own", () => throw new InvalidOperationException("Broken."));
        builder.AddShell("worker", Shell.UntilTold).WithHealthCheck("own");
        await using var application = await TestApplication.StartAsync(builder);

        var worker = await application.UntilAsync("worker", state => Report(state)?.LastRunAt is not null);

        Assert.Equal(HealthStatus.Unhealthy, worker.HealthStatus);
        Assert.StartsWith("System.InvalidOperationException: Broken.", Report(worker)!.ExceptionText);
    }

    [Fact]
    public async Task Restart_ForgetsWhatTheChecksSaid()
    {
        var isUp = true;
        var builder = TestApplication.CreateBuilder();
        builder.Services.AddHealthChecks().AddCheck(
            "own", () => Volatile.Read(ref isUp) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("Down"));
        builder.AddShell("worker", Shell.UntilTold).WithHealthCheck("own");
        await using var application = await TestApplication.StartAsync(builder);
        var before = (await application.Notifications.WaitForResourceHealthyAsync("worker", Token)).Snapshot;

        Volatile.Write(ref isUp, false);
        await application.Commands.ExecuteCommandAsync("worker", KnownResourceCommands.RestartCommand, Token);

        var after = await application.UntilAsync(
            "worker", state => state.StartTimeStamp > before.StartTimeStamp && Report(state)?.LastRunAt is not null);
        Assert.Equal((HealthStatus.Unhealthy, "Down"), (after.HealthStatus, Report(after)!.Description));
    }

    [Fact]
    public async Task StoppedResource_HasNoHealth()
    {
        var builder = TestApplication.CreateBuilder();
        builder.Services.AddHealthChecks().AddCheck("own", () => HealthCheckResult.Healthy());
        builder.AddShell("worker", Shell.UntilTold).WithHealthCheck("own");
        await using var application = await TestApplication.StartAsync(builder);
        await application.Notifications.WaitForResourceHealthyAsync("worker", Token);

        await application.Commands.ExecuteCommandAsync("worker", KnownResourceCommands.StopCommand, Token);

        Assert.Null((await application.UntilAsync("worker", KnownResourceStates.Finished)).HealthStatus);
    }

    [Fact]
    public async Task CheckThatIsNotRegistered_EndsTheStart()
    {
        var builder = TestApplication.CreateBuilder();
        builder.AddShell("worker", Shell.UntilTold).WithHealthCheck("own");

        var refusal =
            await Assert.ThrowsAsync<OptionsValidationException>(() => TestApplication.StartAsync(builder));

        Assert.Equal(
            "The health check 'own' is not registered and is required for resource 'worker'.", refusal.Message);
    }

    [Fact]
    public void CheckThatIsThereAlready_IsRefused()
    {
        var worker = TestApplication.CreateBuilder().AddShell("worker", "true").WithHealthCheck("own");

        var refusal = Assert.Throws<DistributedApplicationException>(() => worker.WithHealthCheck("own"));

        Assert.Equal("Resource 'worker' already has a health check with key 'own'.", refusal.Message);
    }

    [Fact]
    public void HttpCheckWithoutAnEndpoint_IsRefused()
    {
        var worker = TestApplication.CreateBuilder().AddShell("worker", "true").WithEndpoint(name: "tcp");

        var absent = Assert.Throws<DistributedApplicationException>(() => worker.WithHttpHealthCheck());
        var other = Assert.Throws<DistributedApplicationException>(() =>
            worker.WithHttpHealthCheck(endpointName: "tcp"));

        Assert.Equal(
            "Could not create HTTP health check for resource 'worker' as no endpoint was found matching one of the "
                + "specified names: https, http",
            absent.Message);
        Assert.Equal(
            "Could not create HTTP health check for resource 'worker' as the endpoint with name 'tcp' and scheme "
                + "'tcp' is not an HTTP endpoint.",
            other.Message);
    }

    private static HealthReportSnapshot? Report(CustomResourceSnapshot state) =>
        state.HealthReports is [var report] ? report : null;
}
