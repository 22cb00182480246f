using System.Runtime.InteropServices;
using BedrockGateway.LocalAws;
using BedrockGateway.LocalAws.Running;

using var stopping = new CancellationTokenSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.Cancel();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

return args switch
{
    [FunctionsProgram.Name, .. var rest] =>
        await FunctionsProgram.RunAsync(rest, Console.Out, Console.Error, stopping.Token),
    [HealthProgram.Name, .. var rest] =>
        await HealthProgram.RunAsync(rest, Console.Out, Console.Error, stopping.Token),
    _ => await ServeAsync(args, stopping.Token),
};

static async Task<int> ServeAsync(string[] args, CancellationToken stopping)
{
    if (!LocalAwsCommandLine.TryParse(args, out var options, out var problem))
    {
        await Console.Error.WriteLineAsync(problem);
        return 2;
    }

    options.Faults ??= Environment.GetEnvironmentVariable("LOCAL_AWS_FAULTS");
    using var loggers = LocalAwsConsole.CreateLoggerFactory();
    options.LoggerFactory = loggers;
    options.Telemetry = new ConfigurationBuilder().AddEnvironmentVariables().Build();
    try
    {
        await using var aws = await LocalAws.StartAsync(options, stopping);
        Console.WriteLine($"LocalAws answers. AWS_ENDPOINT_URL={aws.Endpoint}");
        Console.WriteLine($"Deployed APIs:    {aws.Gateway}<stage>/");
        if (aws.DataFolder is { } folder)
        {
            Console.WriteLine($"State:            {folder}");
        }

        // What clients of LocalStack wait for in the log.
        Console.WriteLine("Ready.");
        await RunFunctionsAsync(aws, options, stopping);
        return 0;
    }
    catch (OperationCanceledException) when (stopping.IsCancellationRequested)
    {
        return 0;
    }
    catch (FormatException invalid)
    {
        await Console.Error.WriteLineAsync(invalid.Message);
        return 2;
    }
    catch (StateFolderException unusable)
    {
        await Console.Error.WriteLineAsync(unusable.Message);
        return 1;
    }
    catch (IOException busy)
    {
        await Console.Error.WriteLineAsync($"{busy.Message} Choose other ports with --port and --gateway-port.");
        return 1;
    }
}

static async Task RunFunctionsAsync(LocalAws aws, LocalAwsOptions options, CancellationToken stopping)
{
    if (options.FunctionPackage is { } file)
    {
        // A container's temporary folder may refuse to execute what is in it.
        var folder = aws.DataFolder is { } data
            ? Path.Combine(data, "functions")
            : Path.Combine(FunctionFolder.Root, $"with-api-{Environment.ProcessId}");
        var packages = new FunctionPackages(file, folder);
        using var client = new DeployedFunctionsClient(aws.Endpoint);
        await using var follower = new FunctionFollower(client, packages, Console.Out, options.Clock);
        await follower.RunAsync(stopping);
    }

    await Task.Delay(Timeout.InfiniteTimeSpan, stopping);
}
