using Amazon.CloudFormation.Model;
using Aspire.Hosting.AWS.CloudFormation;
using BedrockGateway.AppHost.Unenforced;
using BedrockGateway.Infra;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BedrockGateway.AppHost;

/// <summary>Runs the app model: says when everything answers, and ends when something cannot start.</summary>
internal static class LocalRun
{
    /// <returns>The exit code: 0 after Ctrl-C or SIGTERM.</returns>
    /// <exception cref="StartFailureException">The stack or a function did not come up.</exception>
    public static async Task<int> RunAsync(
        this IDistributedApplicationBuilder builder,
        LocalAws.LocalAws aws,
        AwsTarget target,
        IResourceBuilder<ICloudFormationTemplateResource> stack,
        GatewaySettings settings)
    {
        if (target.Kind is AwsKind.Local)
        {
            // Nobody waits for three seconds between two looks at a stack that is made in a fraction of one.
            stack.Resource.StackPollingInterval = 0;
        }

        var functions = builder.Resources.OfType<ProjectResource>().ToList();

        await using var app = builder.Build();
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var start = AppHostTelemetry.Begin();
        try
        {
            await app.StartAsync(stopping);
            var names = new FunctionNames(settings.StackName);
            await WaitUntilUpAsync(app, aws, functions.Select(function => NameOf(function, names)), stopping);
            start?.Stop();
            using var variables = WriteVariables(builder, aws, target, stack.Resource.Outputs ?? []);
            // Before, a function that ends is one that did not start.
            var kept = KeepAsync(app.Services, functions, stopping);
            var outputs = stack.Resource.Outputs ?? [];
            var unenforced = await UnenforcedReport.MakeAsync(target, outputs, settings, stopping);
            await unenforced.PublishAsync(app.Services, builder.Resources.OfType<GatewayResource>().Single());
            Console.WriteLine(WelcomeText.Of(aws, target, outputs, settings, unenforced));
            await app.WaitForShutdownAsync(CancellationToken.None);
            await kept;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Ctrl-C while still starting is an orderly end.
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }

        return 0;
    }

    // A run on any port is a test's, or one of several: the file is the one run's that others find by its ports.
    private static ApiVariables? WriteVariables(
        IDistributedApplicationBuilder builder,
        LocalAws.LocalAws aws,
        AwsTarget target,
        IEnumerable<Output> outputs) =>
        target.Kind is AwsKind.Local && builder.Configuration["aws-port"] is not "0"
            ? ApiVariables.Write(builder.AppHostDirectory, aws.Endpoint, outputs)
            : null;

    private static Task KeepAsync(
        IServiceProvider services, IReadOnlyList<ProjectResource> functions, CancellationToken stopping)
    {
        var commands = services.GetRequiredService<ResourceCommandService>();
        var restarts = new CrashRestarts(
            services.GetRequiredService<ResourceNotificationService>(),
            commands,
            services.GetRequiredService<ResourceLoggerService>(),
            TimeProvider.System).WatchAsync(functions, stopping);
        return FunctionWatch.IsWanted
            && functions is [var any, ..]
            && any.Annotations.OfType<IProjectMetadata>().LastOrDefault() is { } project
            ? Task.WhenAll(restarts, WatchSourceAsync(commands, functions, project.ProjectPath, stopping))
            : restarts;
    }

    private static Task WatchSourceAsync(
        ResourceCommandService commands,
        IReadOnlyList<ProjectResource> functions,
        string project,
        CancellationToken stopping) =>
        new FunctionWatch(commands, token => FunctionBuild.RunAsync(project, token), TimeProvider.System)
            .WatchAsync(functions, FunctionBuild.FoldersOf(project), stopping);

    private static string NameOf(ProjectResource function, FunctionNames names) => function.Name switch
    {
        ResourceNames.Accounts => names.Accounts,
        ResourceNames.Models => names.Models,
        ResourceNames.PreSignup => names.PreSignup,
        var unknown => throw new InvalidOperationException($"{unknown} is none of the functions."),
    };

    private static async Task WaitUntilUpAsync(
        DistributedApplication app,
        LocalAws.LocalAws aws,
        IEnumerable<string> functions,
        CancellationToken cancellationToken)
    {
        using var settled = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var polled = Task.WhenAll(functions.Select(function => aws.WaitForPollAsync(function, settled.Token)));
        var failed = FirstFailureAsync(app, settled.Token);
        try
        {
            await await Task.WhenAny(polled, failed);
        }
        finally
        {
            await settled.CancelAsync();
        }
    }

    private static async Task FirstFailureAsync(DistributedApplication app, CancellationToken cancellationToken)
    {
        HashSet<string> stopped = [];
        await foreach (var change in app.ResourceNotifications.WatchAsync(cancellationToken))
        {
            // What else there is, such as the dashboard, is no reason to end.
            if (change.Resource is not (ProjectResource or ICloudFormationTemplateResource)
                || change.Snapshot.State is not { } state)
            {
                continue;
            }

            if (state.Text == KnownResourceStates.Stopping)
            {
                // Somebody wants it so.
                stopped.Add(change.ResourceId);
            }
            else if (!HasFailed(state))
            {
                stopped.Remove(change.ResourceId);
            }
            else if (!stopped.Contains(change.ResourceId))
            {
                throw new StartFailureException(
                    $"'{change.Resource.Name}' did not start ({state.Text}). The lines above that begin with "
                    + $"[{change.Resource.Name}] say why; mend that and start again.");
            }
        }
    }

    private static bool HasFailed(ResourceStateSnapshot state) =>
        state.Style == KnownResourceStateStyles.Error || KnownResourceStates.TerminalStates.Contains(state.Text);
}
