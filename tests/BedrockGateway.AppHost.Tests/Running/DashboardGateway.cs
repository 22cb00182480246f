using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>An app host with the dashboard, which its first run on a machine fetches.</summary>
public sealed partial class DashboardGateway : IAsyncLifetime
{
    private const string Package = "@microsoft/aspire-cli-linux-x64@13.5.4";

    private static readonly TimeSpan FetchPatience = TimeSpan.FromMinutes(5);

    private RunningGateway? _gateway;
    private string? _whyNot;

    internal RunningGateway Gateway
    {
        get
        {
            Assert.SkipWhen(_whyNot is not null, _whyNot ?? string.Empty);
            return _gateway!;
        }
    }

    /// <summary>Where the browser is to go.</summary>
    internal Uri Login => new(LoginLine().Match(Gateway.Process.Output).Groups[1].Value);

    public async ValueTask InitializeAsync()
    {
        _whyNot = await WhyNotAsync();
        if (_whyNot is not null)
        {
            return;
        }

        var process = AppHostProcess.StartWithDashboard(
            ["--gateway-port", "0", "--aws-port", "0", .. SharedGateway.Settings]);
        try
        {
            await process.UntilUpAsync(FetchPatience);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }

        _gateway = await RunningGateway.UpAsync(process);
    }

    public async ValueTask DisposeAsync()
    {
        if (_gateway is not null)
        {
            await _gateway.DisposeAsync();
        }
    }

    private static async Task<string?> WhyNotAsync()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.OSArchitecture != Architecture.X64)
        {
            return "The Aspire dashboard is looked for on Linux (x64) alone.";
        }

        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["view", Package, "version"])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            await npm.WaitForExitAsync(TestContext.Current.CancellationToken);
            return npm.ExitCode == 0 ? null : $"The Aspire dashboard is missing: npm does not find {Package}.";
        }
        catch (Win32Exception)
        {
            return "The Aspire dashboard is missing: no 'npm' on the PATH to fetch it with.";
        }
    }

    [GeneratedRegex(@"Login to the dashboard at (\S+)")]
    private static partial Regex LoginLine();
}
