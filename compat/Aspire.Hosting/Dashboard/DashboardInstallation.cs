using Aspire.Hosting.Processes;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Finds the dashboard on this machine, or brings it here from npm.</summary>
internal sealed partial class DashboardInstallation(
    DashboardConfiguration settings,
    ILogger<DistributedApplication> logger,
    TimeProvider clock)
{
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(5);

    /// <exception cref="DistributedApplicationException">It is not here and cannot be had.</exception>
    public async Task<DashboardProgram> FindAsync(CancellationToken cancellationToken)
    {
        if (settings.ProgramPath is { Length: > 0 } path)
        {
            return DashboardProgram.At(path);
        }

        // A CLI that somebody has installed keeps what it unpacks in their home.
        var home = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".aspire");
        if (OnPath("aspire") is { } own
            && (DashboardProgram.InBundleOf(own, home) ?? await UnpackAsync(own, cancellationToken)) is { } ofOwn)
        {
            return ofOwn;
        }

        return await InPackageAsync(new(settings.InstallationFolder), cancellationToken);
    }

    private async Task<DashboardProgram> InPackageAsync(DashboardPackage package, CancellationToken cancellationToken)
    {
        if (!File.Exists(package.Cli))
        {
            await InstallAsync(package, cancellationToken);
        }

        return DashboardProgram.InBundleOf(package.Cli)
            ?? await UnpackAsync(package.Cli, cancellationToken)
            ?? throw new DistributedApplicationException($"'{package.Cli} setup' did not unpack it");
    }

    private async Task InstallAsync(DashboardPackage package, CancellationToken cancellationToken)
    {
        var npm = OnPath("npm") ?? throw new DistributedApplicationException("npm is not on the PATH");
        package.WriteLock();
        var started = clock.GetTimestamp();
        Installing(logger, package.Name, DashboardPackage.Version);
        var install = RunAsync(npm, package.InstallArguments, package.Folder, cancellationToken);
        while (await Task.WhenAny(install, Task.Delay(ProgressInterval, clock, cancellationToken)) != install)
        {
            cancellationToken.ThrowIfCancellationRequested();
            StillInstalling(logger, package.Name, (int)clock.GetElapsedTime(started).TotalSeconds);
        }

        var (exitCode, lastError) = await install;
        if (exitCode != 0 || !File.Exists(package.Cli))
        {
            throw new DistributedApplicationException($"npm could not install {package.Name}: {lastError}");
        }

        Installed(logger, (int)clock.GetElapsedTime(started).TotalSeconds);
    }

    private async Task<DashboardProgram?> UnpackAsync(string cli, CancellationToken cancellationToken)
    {
        Unpacking(logger);
        var (exitCode, _) = await RunAsync(
            cli, ["setup", "--non-interactive", "--nologo"], Path.GetDirectoryName(cli)!, cancellationToken);
        return exitCode == 0 ? DashboardProgram.InBundleOf(cli) : null;
    }

    private async Task<(int ExitCode, string? LastError)> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, CancellationToken cancellationToken)
    {
        string? lastError = null;
        var environment = new Dictionary<string, string> { ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true" };
        using var process = ChildProcess.Start(
            new(program, arguments, folder, environment),
            clock,
            (line, isError) => lastError = isError ? line : lastError);
        try
        {
            return (await process.Exited.WaitAsync(cancellationToken), lastError);
        }
        catch (OperationCanceledException)
        {
            await process.StopAsync();
            throw;
        }
    }

    private static string? OnPath(string program)
    {
        try
        {
            return ProgramPath.Find(new(program, [], Path.GetTempPath(), new Dictionary<string, string>()));
        }
        catch (DistributedApplicationException)
        {
            return null;
        }
    }

    [LoggerMessage(
        LogLevel.Information,
        "Installing the Aspire dashboard, once: {Package} {Version} from npm, some 150 MB to fetch.")]
    private static partial void Installing(ILogger logger, string package, string version);

    [LoggerMessage(LogLevel.Information, "Still fetching {Package} ({Seconds} s).")]
    private static partial void StillInstalling(ILogger logger, string package, int seconds);

    [LoggerMessage(LogLevel.Information, "Fetched the Aspire dashboard in {Seconds} s.")]
    private static partial void Installed(ILogger logger, int seconds);

    [LoggerMessage(LogLevel.Information, "Unpacking the Aspire dashboard, once.")]
    private static partial void Unpacking(ILogger logger);
}
