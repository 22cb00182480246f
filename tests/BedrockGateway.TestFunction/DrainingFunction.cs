using System.Runtime.InteropServices;
using Amazon.Lambda.RuntimeSupport;

namespace BedrockGateway.TestFunction;

/// <summary>A function whose invocations are finished only once the process has been asked to stop.</summary>
internal static class DrainingFunction
{
    public static LambdaBootstrap Build() => LambdaBootstrapBuilder.Create(AwaitStopAsync).Build();

    private static async Task<Stream> AwaitStopAsync(Stream input)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => stopped.TrySetResult());
        Console.WriteLine("in progress");
        await stopped.Task;
        return input;
    }
}
