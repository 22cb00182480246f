using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BedrockGateway.AppHost;

/// <summary>Passes what a function's process writes on to LocalAws, whose page shows it.</summary>
internal sealed class FunctionLog(
    ResourceLoggerService loggers, IResource function, LocalAws.LocalAws aws, string functionName) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var lines in loggers.WatchAsync(function).WithCancellation(stoppingToken))
            {
                foreach (var line in lines)
                {
                    aws.WriteFunctionLog(functionName, line.Content);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Nobody looks at the page any more.
        }
    }
}

/// <summary>The log of a function, on LocalAws's page.</summary>
internal static class FunctionLogExtensions
{
    /// <param name="function">The function.</param>
    /// <param name="aws">Whose page shows the lines.</param>
    /// <param name="functionName">Name of the function there.</param>
    public static IResourceBuilder<T> WithLogIn<T>(
        this IResourceBuilder<T> function, LocalAws.LocalAws aws, string functionName)
        where T : IResource
    {
        function.ApplicationBuilder.Services.AddSingleton<IHostedService>(services => new FunctionLog(
            services.GetRequiredService<ResourceLoggerService>(), function.Resource, aws, functionName));
        return function;
    }
}
