using BedrockGateway.Connect.Sessions;

namespace BedrockGateway.Connect.Proxy;

/// <summary>Renews the session before it ends, so that no request has to wait for it.</summary>
internal sealed class RenewalLoop(SessionKeeper sessions, ITerminal terminal, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan BetweenFailures = TimeSpan.FromMinutes(1);

    // Timers have no longer times.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var due = sessions.Due;
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due < Longest ? due : Longest, clock, stoppingToken);
            }

            try
            {
                await sessions.GetAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is ConnectException or HttpRequestException)
            {
                terminal.Tell(fault is ConnectException ? fault.Message : "The gateway cannot be reached.");
                await Task.Delay(BetweenFailures, clock, stoppingToken);
            }
        }
    }
}
