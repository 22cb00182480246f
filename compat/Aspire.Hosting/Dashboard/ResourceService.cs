using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Grpc.Core;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Dashboard;

/// <summary>Answers the dashboard.</summary>
internal sealed class ResourceService(
    ResourceSnapshots snapshots,
    ResourceLoggerService loggers,
    ResourceCommandService commands,
    IHostEnvironment environment,
    CancellationToken stopping) : DashboardService.DashboardServiceBase
{
    private const string AppHostSuffix = ".AppHost";

    // The dashboard takes messages of up to 4 MiB, and a character is up to three bytes.
    private const int MaxCharacters = 1024 * 1024;

    public override Task<ApplicationInformationResponse> GetApplicationInformation(
        ApplicationInformationRequest request, ServerCallContext context)
    {
        var name = environment.ApplicationName;
        return Task.FromResult(new ApplicationInformationResponse
        {
            ApplicationName =
                name.EndsWith(AppHostSuffix, StringComparison.OrdinalIgnoreCase) ? name[..^AppHostSuffix.Length] : name,
        });
    }

    public override Task WatchResources(
        WatchResourcesRequest request,
        IServerStreamWriter<WatchResourcesUpdate> responseStream,
        ServerCallContext context)
        => UntilStoppedAsync(context, async cancellationToken =>
        {
            var known = new InitialResourceData { Resources = { snapshots.Current() } };
            await responseStream.WriteAsync(new() { InitialData = known }, cancellationToken);
            await foreach (var resource in snapshots.WatchAsync(cancellationToken))
            {
                var changes = new WatchResourcesChanges { Value = { new WatchResourcesChange { Upsert = resource } } };
                await responseStream.WriteAsync(new() { Changes = changes }, cancellationToken);
            }
        });

    public override Task WatchResourceConsoleLogs(
        WatchResourceConsoleLogsRequest request,
        IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream,
        ServerCallContext context)
        => UntilStoppedAsync(context, async cancellationToken =>
        {
            if (snapshots.Find(request.ResourceName) is not { } resource)
            {
                return;
            }

            var batches = request.SuppressFollow ? loggers.GetAllAsync(resource) : loggers.WatchAsync(resource);
            await foreach (var batch in batches.WithCancellation(cancellationToken))
            {
                foreach (var update in Updates(batch))
                {
                    await responseStream.WriteAsync(update, cancellationToken);
                }
            }
        });

    public override async Task<ResourceCommandResponse> ExecuteResourceCommand(
        ResourceCommandRequest request, ServerCallContext context)
    {
        var name = snapshots.Find(request.ResourceName)?.Name ?? request.ResourceName;
        // Whoever closes the page has still given the command.
        var result = await commands.ExecuteCommandAsync(name, request.CommandName, stopping);
        return new()
        {
            Kind = result switch
            {
                { Success: true } => ResourceCommandResponseKind.Succeeded,
                { Canceled: true } => ResourceCommandResponseKind.Cancelled,
                _ => ResourceCommandResponseKind.Failed,
            },
            Message = result.Message ?? string.Empty,
        };
    }

    public override Task WatchInteractions(
        IAsyncStreamReader<WatchInteractionsRequestUpdate> requestStream,
        IServerStreamWriter<WatchInteractionsResponseUpdate> responseStream,
        ServerCallContext context)
        => UntilStoppedAsync(context, cancellationToken => Task.Delay(Timeout.Infinite, cancellationToken));

    private static IEnumerable<WatchResourceConsoleLogsUpdate> Updates(IReadOnlyList<LogLine> lines)
    {
        var update = new WatchResourceConsoleLogsUpdate();
        var characters = 0;
        foreach (var line in lines)
        {
            var text = line.Content.Length > MaxCharacters ? line.Content[..MaxCharacters] : line.Content;
            characters += text.Length;
            if (characters > MaxCharacters && update.LogLines.Count > 0)
            {
                yield return update;
                update = new();
                characters = text.Length;
            }

            update.LogLines.Add(new ConsoleLogLine
            {
                LineNumber = line.LineNumber,
                Text = text,
                IsStdErr = line.IsErrorMessage,
            });
        }

        yield return update;
    }

    private async Task UntilStoppedAsync(ServerCallContext context, Func<CancellationToken, Task> serve)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, context.CancellationToken);
        try
        {
            await serve(either.Token);
        }
        catch (Exception exception)
            when (either.IsCancellationRequested && exception is OperationCanceledException or IOException)
        {
            // The page was closed, or we stop: the end of a stream.
        }
    }
}
