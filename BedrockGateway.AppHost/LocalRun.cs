using Aspire.Hosting.AWS.CloudFormation;
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
        IResourceBuilder<ICloudFormationTemplateResource> stack,
        FunctionNames names)
    {
        // Nobody waits for three seconds between two looks at a stack that is made in a fraction of one.
        stack.Resource.StackPollingInterval = 0;
        var domain = builder.Configuration.ReadGatewaySettings().OrganizationDomain;

        await using var app = builder.Build();
        var stopping = app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        using var start = AppHostTelemetry.Begin();
        await app.StartAsync(stopping);
        try
        {
            await WaitUntilUpAsync(app, aws, FunctionsOf(builder, names), stopping);
            start?.Stop();
            Console.WriteLine(WelcomeText.Of(aws, stack.Resource.Outputs ?? [], domain));
            await app.WaitForShutdownAsync(CancellationToken.None);
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

    private static IEnumerable<string> FunctionsOf(IDistributedApplicationBuilder builder, FunctionNames names) =>
        builder.Resources.OfType<ProjectResource>().Select(function => function.Name switch
        {
            ResourceNames.Accounts => names.Accounts,
            ResourceNames.Models => names.Models,
            ResourceNames.PreSignup => names.PreSignup,
            var unknown => throw new InvalidOperationException($"{unknown} is none of the functions."),
        });

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
        await foreach (var change in app.ResourceNotifications.WatchAsync(cancellationToken))
        {
            if (change.Snapshot.State is { } state
                && (state.Style == KnownResourceStateStyles.Error
                    || KnownResourceStates.TerminalStates.Contains(state.Text)))
            {
                throw new StartFailureException(
                    $"'{change.Resource.Name}' did not start ({state.Text}). The lines above that begin with "
                    + $"[{change.Resource.Name}] say why; mend that and start again.");
            }
        }
    }
}
