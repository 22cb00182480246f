using System.Collections;
using System.Runtime.InteropServices;
using BedrockGateway.Aspire.TestApp;

// A resource for tests: says who and where it is and what it was given, then runs until it is told to end.
Console.WriteLine($"pid {Environment.ProcessId}");
Console.WriteLine($"folder {Environment.CurrentDirectory}");
foreach (var name in args)
{
    Console.WriteLine($"{name}={Environment.GetEnvironmentVariable(name)}");
}

foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
{
    if (variable.Key is string key && key.StartsWith("AWS__", StringComparison.Ordinal))
    {
        Console.WriteLine($"{key}={variable.Value}");
    }
}

using var ended = new ManualResetEventSlim();
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    ended.Set();
});
using var site = TestSite.StartIfAsked();
Console.WriteLine("ready");
ended.Wait();
Console.WriteLine("bye");
