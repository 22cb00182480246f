using Microsoft.Extensions.Logging.Console;

namespace BedrockGateway.LocalAws;

/// <summary>
/// Log lines for a person at a terminal: most events are one, such as <c>[aws] cognito-idp:SignUp 200 in 3.1 ms</c>.
/// </summary>
public static class LocalAwsConsole
{
    /// <summary>
    /// A factory for <see cref="LocalAwsOptions.LoggerFactory"/>: what the emulator says from Information, what the web
    /// server below it says from Error. The caller disposes it.
    /// </summary>
    public static ILoggerFactory CreateLoggerFactory() => LoggerFactory.Create(logging => logging
        .AddFilter((category, level) => level >= LeastOf(category))
        .AddConsole(console => console.FormatterName = LineFormatter.FormatterName)
        .Services.AddSingleton<ConsoleFormatter, LineFormatter>());

    /// <summary>A factory of the same lines for another place than the console. The caller disposes it.</summary>
    /// <param name="destination">Where they go.</param>
    public static ILoggerFactory CreateLoggerFactory(ILoggerProvider destination) => LoggerFactory.Create(logging =>
        logging.AddFilter((category, level) => level >= LeastOf(category)).AddProvider(destination));

    private static LogLevel LeastOf(string? category) => category switch
    {
        not null when category.StartsWith("BedrockGateway.", StringComparison.Ordinal) => LogLevel.Information,
        // Writes the stack of what it throws as well, and who starts the emulator says that in a sentence.
        "Microsoft.Extensions.Hosting.Internal.Host" => LogLevel.None,
        // Says nothing that ours do not, but where it is heard every request gets an Activity.
        "Microsoft.AspNetCore.Hosting.Diagnostics" => LogLevel.None,
        _ => LogLevel.Error,
    };
}
