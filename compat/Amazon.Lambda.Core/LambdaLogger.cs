namespace Amazon.Lambda.Core;

/// <summary>Writes to the function's log where no context is at hand.</summary>
public static class LambdaLogger
{
    public static void Log(string message) => Console.WriteLine(message);
}
