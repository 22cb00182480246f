using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Hosting;

/// <summary>The host of a function: what every start would pay for and no function uses is left out.</summary>
/// <remarks>
/// No files of settings and no watchers of them (a function is set by its environment), no health checks, and no
/// logging but our own.
/// </remarks>
internal static class FunctionBuilder
{
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(args);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Services.AddRoutingCore();
        builder.Services.AddLoggingClosed();

        // Steps aside for the Runtime API where Lambda runs us.
        builder.WebHost.UseKestrelCore();
        return builder;
    }

    // What AddLogging has as open generics, which native code would have to construct at run time.
    private static void AddLoggingClosed(this IServiceCollection services)
    {
        services.AddSingleton(Options.Create(new LoggerFactoryOptions()));
        services.AddSingleton<IOptionsMonitor<LoggerFilterOptions>>(provider => new OptionsMonitor<LoggerFilterOptions>(
            new OptionsFactory<LoggerFilterOptions>(
                provider.GetServices<IConfigureOptions<LoggerFilterOptions>>(),
                provider.GetServices<IPostConfigureOptions<LoggerFilterOptions>>()),
            provider.GetServices<IOptionsChangeTokenSource<LoggerFilterOptions>>(),
            new OptionsCache<LoggerFilterOptions>()));
    }
}
