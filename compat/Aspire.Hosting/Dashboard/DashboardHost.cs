using System.Net.Sockets;
using Aspire.Hosting.Orchestration;
using Aspire.Hosting.Processes;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>The dashboard beside the resources: found, started, announced, and stopped with them.</summary>
/// <remarks>
/// It is no resource: an application runs as well without it, so nothing that happens to it is a failure of the
/// application.
/// </remarks>
internal sealed partial class DashboardHost(
    DistributedApplicationOptions options,
    DistributedApplicationExecutionContext executionContext,
    DashboardConfiguration settings,
    DashboardInstallation installation,
    ResourceServiceHost resourceService,
    IHostEnvironment environment,
    ILogger<DistributedApplication> logger,
    TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(100);

    // The console's logger writes in the background.
    private static readonly TimeSpan WriteTime = TimeSpan.FromMilliseconds(100);

    private readonly CancellationTokenSource _stopping = new();
    private ChildProcess? _process;
    private string? _lastLine;

    /// <summary>Starts it, which takes a while on the first run of a machine; does not wait until it answers.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.DisableDashboard || !executionContext.IsRunMode)
        {
            return;
        }

        try
        {
            RequireFreePort();
            var program = await installation.FindAsync(cancellationToken);
            var service = await resourceService.StartAsync(cancellationToken);
            _process = ChildProcess.Start(
                new(
                    program.FileName,
                    program.Arguments,
                    environment.ContentRootPath,
                    DashboardEnvironment.Of(settings, service)),
                clock,
                OnLine);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // An orderly end; who waits for the start goes on to the stop.
        }
        catch (Exception exception) when (exception is DistributedApplicationException or IOException)
        {
            settings.ForgetOtlp();
            NotToBeHad(logger, exception.Message.TrimEnd('.'));
        }
    }

    /// <summary>Waits until it answers, and says where.</summary>
    public async Task AnnounceAsync(CancellationToken cancellationToken)
    {
        if (_process is not { } process)
        {
            return;
        }

        if (await AnswersAsync(process, cancellationToken))
        {
            var origin = settings.Url.GetLeftPart(UriPartial.Authority);
            if (settings.BrowserToken is { } token)
            {
                Login(logger, $"{origin}/login?t={token}");
            }
            else
            {
                Listening(logger, origin);
            }

            _ = WatchAsync(process);
            await Task.Delay(WriteTime, clock, CancellationToken.None);
        }
        else if (process.Exited.IsCompleted)
        {
            Ended(logger, process.Exited.Result, _lastLine ?? "it did not say why");
        }
        else if (!cancellationToken.IsCancellationRequested)
        {
            DoesNotAnswer(logger, (int)ReadyPatience.TotalSeconds);
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        if (_process is { } process)
        {
            await process.StopAsync();
            process.Dispose();
        }

        await resourceService.StopAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    // Else the page of whoever has it would be taken for ours.
    private void RequireFreePort()
    {
        if (!Ports.IsFree(settings.Url.Port, ProtocolType.Tcp))
        {
            throw new DistributedApplicationException($"port {settings.Url.Port} of ASPNETCORE_URLS is in use");
        }
    }

    private async Task<bool> AnswersAsync(ChildProcess process, CancellationToken cancellationToken)
    {
        var started = clock.GetTimestamp();
        using var client = new HttpClient { Timeout = ReadyPatience };
        while (!process.Exited.IsCompleted
            && !cancellationToken.IsCancellationRequested
            && clock.GetElapsedTime(started) < ReadyPatience)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(settings.Url, "/login"), cancellationToken);
                return true;
            }
            catch (HttpRequestException)
            {
                await Task.Delay(LookPause, clock, CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                // The time is up, or we stop.
                return false;
            }
        }

        return false;
    }

    private async Task WatchAsync(ChildProcess process)
    {
        var exitCode = await process.Exited;
        if (!_stopping.IsCancellationRequested)
        {
            Ended(logger, exitCode, _lastLine ?? "it did not say why");
        }
    }

    private void OnLine(string line, bool isError)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            _lastLine = line.Trim();
            Wrote(logger, line);
        }
    }

    // dotnet watch looks for these very words, and opens the browser there.
    [LoggerMessage(0, LogLevel.Information, "Login to the dashboard at {LoginUrl}")]
    private static partial void Login(ILogger logger, string loginUrl);

    [LoggerMessage(LogLevel.Information, "Now listening on: {DashboardUrl}")]
    private static partial void Listening(ILogger logger, string dashboardUrl);

    [LoggerMessage(LogLevel.Warning, "There is no Aspire dashboard in this run: {Reason}. Everything else runs.")]
    private static partial void NotToBeHad(ILogger logger, string reason);

    [LoggerMessage(
        LogLevel.Warning, "The Aspire dashboard ended with exit code {ExitCode}: {LastLine}. Everything else runs.")]
    private static partial void Ended(ILogger logger, int exitCode, string lastLine);

    [LoggerMessage(
        LogLevel.Warning, "The Aspire dashboard has not answered for {Seconds} s. Everything else runs.")]
    private static partial void DoesNotAnswer(ILogger logger, int seconds);

    [LoggerMessage(LogLevel.Debug, "Dashboard: {Line}")]
    private static partial void Wrote(ILogger logger, string line);
}
