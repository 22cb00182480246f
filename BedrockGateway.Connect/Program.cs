using BedrockGateway.Connect;

using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
return await new ConnectProgram(new SystemTerminal(), Environment.GetEnvironmentVariable, TimeProvider.System)
    .RunAsync(args, stop.Token);
