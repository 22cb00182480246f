using Aspire.Hosting.ApplicationModel;
using State = Aspire.Hosting.Dashboard.Wire.ResourceCommandState;

namespace Aspire.Hosting.Dashboard;

/// <summary>The commands that a resource takes in its state, with the official names, icons and conditions.</summary>
internal static class ResourceCommands
{
    public static IEnumerable<Wire.ResourceCommand> Of(IResource resource, CustomResourceSnapshot snapshot)
    {
        // Only a process can be started and stopped; what lives in the AppHost lives as long as it.
        if (resource is not (ProjectResource or ExecutableResource))
        {
            return [];
        }

        var state = snapshot.State?.Text;
        var isStopped = state == KnownResourceStates.NotStarted || KnownResourceStates.TerminalStates.Contains(state);
        var isStarting = string.IsNullOrEmpty(state)
            || state == KnownResourceStates.Starting
            || state == KnownResourceStates.RuntimeUnhealthy;
        var isWaiting = state == KnownResourceStates.Waiting;
        var isStopping = state == KnownResourceStates.Stopping;
        var isRunning = !isStopped && !isStarting && !isWaiting;
        return
        [
            new()
            {
                Name = KnownResourceCommands.StartCommand,
                DisplayName = "Start",
                DisplayDescription = "Start resource",
                IconName = "Play",
                IconVariant = Wire.IconVariant.Filled,
                IsHighlighted = true,
                State = isStarting ? State.Disabled : isStopped || isWaiting ? State.Enabled : State.Hidden,
            },
            new()
            {
                Name = KnownResourceCommands.StopCommand,
                DisplayName = "Stop",
                DisplayDescription = "Stop resource",
                IconName = "Stop",
                IconVariant = Wire.IconVariant.Filled,
                IsHighlighted = true,
                State = isStopping ? State.Disabled : isRunning ? State.Enabled : State.Hidden,
            },
            new()
            {
                Name = KnownResourceCommands.RestartCommand,
                DisplayName = "Restart",
                DisplayDescription = "Restart resource",
                IconName = "ArrowCounterclockwise",
                State = isRunning && !isStopping ? State.Enabled : State.Disabled,
            },
        ];
    }
}
