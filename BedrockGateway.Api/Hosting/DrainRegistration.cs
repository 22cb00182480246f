using System.Globalization;

namespace BedrockGateway.Api.Hosting;

internal static class DrainRegistration
{
    private const int MaxSeconds = 900;

    public static void AddDrain(this WebApplicationBuilder builder, SettingsRegistration settings)
    {
        var grace = Drain.DefaultGrace;
        if (builder.Configuration[Drain.Setting] is { Length: > 0 } text)
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
                || seconds > MaxSeconds)
            {
                settings.Refuse(
                    $"{Drain.Setting} is '{text}'; it must be a whole number of seconds from 0 to {MaxSeconds}");
            }

            grace = TimeSpan.FromSeconds(seconds);
        }

        // How long the server waits for what is under way before it aborts connections.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = grace + Drain.ToTell);
        builder.Services.AddSingleton(provider => new Drain(
            grace,
            provider.GetRequiredService<IHostApplicationLifetime>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<Drain>>()));
    }

    /// <summary>Ends what outlives the grace period, on Kestrel: Lambda ends processes in its own way.</summary>
    public static void UseDrain(this WebApplication app)
    {
        if (app.Services.GetService<Drain>() is { } drain)
        {
            app.Use(next => new DrainEdge(next, drain).InvokeAsync);
        }
    }

    /// <summary>Runs until the process is told to end and all is finished or cut.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunToEndAsync(this WebApplication app)
    {
        var drain = app.Services.GetService<Drain>();
        await app.RunAsync();
        return drain?.ExitCode ?? 0;
    }
}
