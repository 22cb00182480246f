namespace BedrockGateway.Api.Logging;

internal static class JsonLinesRegistration
{
    /// <summary>Replaces the default providers with one that writes a JSON object a line.</summary>
    /// <remarks>
    /// Below <see cref="LogLevel.Warning"/> only this product and the host's life cycle are heard: ASP.NET Core's own
    /// lines quote URLs.
    /// </remarks>
    public static void AddJsonLines(this ILoggingBuilder logging)
    {
        logging.ClearProviders();
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        // It says nothing that RequestLog and FaultEdge do not, but where it is heard every request gets an Activity.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        logging.Services.AddSingleton(new LogOutput(Console.Out));
        logging.Services.AddSingleton<ILoggerProvider, JsonLinesLoggerProvider>();
    }
}
