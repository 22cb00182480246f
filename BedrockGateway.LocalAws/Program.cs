using System.Runtime.InteropServices;
using BedrockGateway.LocalAws;

if (!LocalAwsCommandLine.TryParse(args, out var options, out var problem))
{
    await Console.Error.WriteLineAsync(problem);
    return 2;
}

using var loggers = LocalAwsConsole.CreateLoggerFactory();
options.LoggerFactory = loggers;

var stopping = new TaskCompletionSource();
void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stopping.TrySetResult();
}

using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    await using var aws = await LocalAws.StartAsync(options);
    Console.WriteLine($"LocalAws answers. AWS_ENDPOINT_URL={aws.Endpoint}");
    Console.WriteLine($"Deployed APIs:    {aws.Gateway}<stage>/");
    await stopping.Task;
    return 0;
}
catch (IOException busy)
{
    await Console.Error.WriteLineAsync($"{busy.Message} Choose other ports with --port and --gateway-port.");
    return 1;
}
