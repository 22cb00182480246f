using Aspire.Hosting.Health;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>What it means that one resource waits for another.</summary>
internal static partial class ResourceWaits
{
    public static bool IsReady(CustomResourceSnapshot snapshot) =>
        snapshot.HealthStatus == HealthStatus.Healthy && snapshot.Ready is not null;

    /// <summary>
    /// Ended, or in a state of its own that is shown as an error: a stack that could not be provisioned is
    /// <c>Failed to Provision</c>, which is none of the known states.
    /// </summary>
    public static bool HasFailed(CustomResourceSnapshot snapshot) =>
        snapshot.State is { } state
        && (KnownResourceStates.TerminalStates.Contains(state.Text)
            || state.Text == KnownResourceStates.RuntimeUnhealthy
            || state.Style == KnownResourceStateStyles.Error);

    public static async Task WaitAsync(
        ResourceNotificationService notifications,
        ILogger logger,
        IResource resource,
        WaitAnnotation wait,
        CancellationToken cancellationToken)
    {
        var name = wait.Resource.Name;
        if (wait.WaitType == WaitType.WaitForCompletion)
        {
            Waiting(logger, name, "to complete");
            await WaitForCompletionAsync(notifications, resource, wait, cancellationToken);
        }
        else
        {
            var isChecked = wait.WaitType == WaitType.WaitUntilHealthy && HealthChecks.KeysOf(wait.Resource).Count > 0;
            Waiting(logger, name, isChecked ? "to become healthy" : "to enter the 'Running' state");
            await WaitUntilRunningAsync(notifications, resource, wait, cancellationToken);
        }

        Waited(logger, name);
    }

    private static async Task WaitUntilRunningAsync(
        ResourceNotificationService notifications,
        IResource resource,
        WaitAnnotation wait,
        CancellationToken cancellationToken)
    {
        var name = wait.Resource.Name;
        var stops =
            (wait.WaitBehavior ?? WaitBehavior.StopOnResourceUnavailable) == WaitBehavior.StopOnResourceUnavailable;
        bool Reached(CustomResourceSnapshot snapshot) => wait.WaitType == WaitType.WaitUntilStarted
            ? IsIn(snapshot, KnownResourceStates.Running)
            : IsReady(snapshot);
        var found = (await notifications.WaitForResourceAsync(
            name,
            change => Reached(change.Snapshot) || (stops && HasFailed(change.Snapshot)),
            cancellationToken)).Snapshot;
        if (!Reached(found))
        {
            throw Stopped(resource, wait, HasEnded(found)
                ? $"it entered the '{found.State!.Text}' state prematurely"
                : "it failed to start");
        }

        if (wait.WaitType == WaitType.WaitUntilHealthy)
        {
            await found.Ready!.WaitAsync(cancellationToken);
        }
    }

    private static async Task WaitForCompletionAsync(
        ResourceNotificationService notifications,
        IResource resource,
        WaitAnnotation wait,
        CancellationToken cancellationToken)
    {
        var name = wait.Resource.Name;
        var found = (await notifications.WaitForResourceAsync(
            name, change => HasFailed(change.Snapshot), cancellationToken)).Snapshot;
        if (!HasEnded(found))
        {
            throw Stopped(resource, wait, "it failed to start");
        }

        if (found.ExitCode is { } exitCode && exitCode != wait.ExitCode)
        {
            throw Stopped(
                resource,
                wait,
                $"it entered the '{found.State!.Text}' state with exit code '{exitCode}', expected '{wait.ExitCode}'");
        }
    }

    private static DistributedApplicationException Stopped(IResource resource, WaitAnnotation wait, string reason) =>
        new($"Resource '{resource.Name}' stopped waiting for dependency resource '{wait.Resource.Name}' "
            + $"because {reason}.");

    private static bool HasEnded(CustomResourceSnapshot snapshot) =>
        IsIn(snapshot, KnownResourceStates.Finished) || IsIn(snapshot, KnownResourceStates.Exited);

    private static bool IsIn(CustomResourceSnapshot snapshot, string state) => snapshot.State?.Text == state;

    [LoggerMessage(LogLevel.Information, "Waiting for resource '{ResourceName}' {What}.")]
    private static partial void Waiting(ILogger logger, string resourceName, string what);

    [LoggerMessage(LogLevel.Information, "Finished waiting for resource '{ResourceName}'.")]
    private static partial void Waited(ILogger logger, string resourceName);
}
