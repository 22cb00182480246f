using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Tests.Draining;

/// <summary>How long a process on Kestrel may take to end, and what it says of itself meanwhile.</summary>
public sealed class GraceTests
{
    [Theory]
    [InlineData("-1")]
    [InlineData("901")]
    [InlineData("1.5")]
    [InlineData("99999999999")]
    [InlineData("soon")]
    public async Task WrongGrace_StopsTheStart(string value)
    {
        var refused = await Assert.ThrowsAsync<StartupException>(
            () => Gateway.StartAsync(settings: [$"--SHUTDOWN_GRACE_SECONDS={value}"]));

        Assert.Equal(
            $"settings are missing or wrong (SHUTDOWN_GRACE_SECONDS is '{value}'; it must be a whole number of seconds "
            + "from 0 to 900); the stack's outputs belong into AWS__Resources__<name>, where BedrockGateway.AppHost "
            + "puts them.",
            refused.Message);
    }

    [Theory]
    [InlineData("", 28)]
    [InlineData("0", 3)]
    [InlineData("900", 903)]
    public async Task Server_WaitsForTheGraceAndABit(string value, int seconds)
    {
        await using var gateway = await Gateway.StartAsync(settings: [$"--SHUTDOWN_GRACE_SECONDS={value}"]);

        Assert.Equal(
            TimeSpan.FromSeconds(seconds),
            gateway.Services.GetRequiredService<IOptions<HostOptions>>().Value.ShutdownTimeout);
    }

    [Fact]
    public async Task Process_IsAliveAndNotReadyWhenItIsToldToEnd()
    {
        await using var gateway = await Gateway.StartAsync();
        var checks = gateway.Services.GetRequiredService<HealthCheckService>();
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(checks, isAlive: false));

        gateway.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal(HealthStatus.Unhealthy, await StatusAsync(checks, isAlive: false));
        Assert.Equal(HealthStatus.Healthy, await StatusAsync(checks, isAlive: true));
    }

    [Fact]
    public async Task RequestThatHeedsNothing_IsCutByTheEndOfTheProcess()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0", "--SHUTDOWN_GRACE_SECONDS=0"]);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddDrain(new(builder.Services));
        var app = builder.Build();
        app.UseDrain();
        var started = new TaskCompletionSource();
        var (began, ends) = (new TaskCompletionSource(), new TaskCompletionSource());
        app.Lifetime.ApplicationStarted.Register(started.SetResult);
        app.MapGet("/", () =>
        {
            began.SetResult();
            return ends.Task;
        });
        var ended = app.RunToEndAsync();
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        var reply = GetAsync(new(app.Urls.Single()));
        await began.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        app.Lifetime.StopApplication();

        Assert.Equal(2, await ended.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<HttpRequestException>(() => reply);
        ends.SetResult();
    }

    private static async Task<string> GetAsync(Uri address)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(address, TestContext.Current.CancellationToken);
    }

    private static async Task<HealthStatus> StatusAsync(HealthCheckService checks, bool isAlive)
    {
        var report = await checks.CheckHealthAsync(
            check => !isAlive || check.Tags.Contains("live"), TestContext.Current.CancellationToken);
        return report.Status;
    }
}
