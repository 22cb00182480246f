using System.Text;

namespace BedrockGateway.Connect;

/// <summary>The process's own terminal. What people read goes to standard error: scripts read the rest.</summary>
internal sealed class SystemTerminal : ITerminal
{
    private static readonly TimeSpan KeyPause = TimeSpan.FromMilliseconds(30);

    public bool IsInteractive => !Console.IsInputRedirected;

    public void Write(string text) => Console.Out.Write(text);

    public void Tell(string line) => Console.Error.WriteLine(line);

    public async Task<string?> ReadLineAsync(string question, CancellationToken cancellationToken)
    {
        if (IsInteractive)
        {
            await Console.Error.WriteAsync(question.AsMemory(), cancellationToken);
        }

        return await Console.In.ReadLineAsync(cancellationToken);
    }

    public async Task<string?> ReadSecretAsync(string question, CancellationToken cancellationToken)
    {
        if (!IsInteractive)
        {
            return await Console.In.ReadLineAsync(cancellationToken);
        }

        await Console.Error.WriteAsync(question.AsMemory(), cancellationToken);
        var secret = new StringBuilder();
        while (true)
        {
            // Looked for, not waited for: a key that is awaited cannot be given up.
            if (!Console.KeyAvailable)
            {
                await Task.Delay(KeyPause, TimeProvider.System, cancellationToken);
                continue;
            }

            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    await Console.Error.WriteLineAsync();
                    return secret.ToString();
                case ConsoleKey.Backspace:
                    secret.Length = Math.Max(0, secret.Length - 1);
                    break;
                default:
                    secret.Append(key.KeyChar is '\0' ? "" : key.KeyChar.ToString());
                    break;
            }
        }
    }
}
