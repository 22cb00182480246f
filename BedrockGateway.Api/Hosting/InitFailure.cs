using Amazon.Lambda.RuntimeSupport;

namespace BedrockGateway.Api.Hosting;

/// <summary>Tells why the program cannot start: the log, and on Lambda the Runtime API.</summary>
internal static class InitFailure
{
    public static async Task ReportAsync(StartupException cause)
    {
        if (!LambdaEnvironment.HasRuntimeApi)
        {
            await Console.Error.WriteLineAsync(cause.ToString());
            return;
        }

        // Lambda's runtime reports and logs what its initializer throws; the handler is never reached.
        using var bootstrap = LambdaBootstrapBuilder
            .Create(Task<Stream> (Stream input) => Task.FromResult(input))
            .UseBootstrapHandler(() => throw cause)
            .Build();
        try
        {
            await bootstrap.RunAsync(CancellationToken.None);
        }
        catch (StartupException)
        {
            // Reported.
        }
    }
}
