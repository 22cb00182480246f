using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>On Kestrel, where no rule of EventBridge's calls.</summary>
internal sealed partial class UpkeepTimer(
    Upkeep upkeep, IOptions<ScheduleOptions> options, TimeProvider clock, ILogger<UpkeepTimer> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Minutes == 0)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(options.Value.Minutes), clock);
        while (await WaitAsync(timer, stoppingToken))
        {
            try
            {
                await upkeep.RunAsync(stoppingToken);
            }
#pragma warning disable CA1031 // Whatever a run throws, there is another one.
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(fault.GetType().Name);
            }
        }
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after accounts failed: {Fault}")]
    private partial void LogFailed(string fault);
}
