namespace BedrockGateway.Api.Hosting;

/// <summary>The host of a function: what every start of one would pay for, and none of them uses, is left out.</summary>
/// <remarks>
/// No files of settings and no watchers of them (a function is set by its environment), and no logging but our own.
/// </remarks>
internal static class FunctionBuilder
{
    public static WebApplicationBuilder Create(string[] args)
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { Args = args });
        builder.Configuration.AddEnvironmentVariables().AddCommandLine(args);
        builder.Logging.AddConfiguration(builder.Configuration.GetSection("Logging"));
        builder.Services.AddRoutingCore();

        // Steps aside for the Runtime API where Lambda runs us.
        builder.WebHost.UseKestrelCore();
        return builder;
    }
}
