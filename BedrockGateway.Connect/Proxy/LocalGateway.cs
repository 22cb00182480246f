using System.Net;
using BedrockGateway.Connect.Sessions;
using BedrockGateway.LocalAws.Edge;

namespace BedrockGateway.Connect.Proxy;

/// <summary>The gateway's routes for models on a port of this machine, for programs that take a base URL.</summary>
internal static class LocalGateway
{
    // As much as Bedrock takes.
    private const long MaxBodyBytes = 25_000_000;

    private static readonly string[] Routes = ["/v1/{**rest}", "/model/{**rest}", "/bedrock"];

    public static WebApplication Create(
        int port, SessionKeeper sessions, ITerminal terminal, HttpMessageInvoker http, TimeProvider clock)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // HTTP/2 without TLS calls itself http, on a connection that claims what TLS would have negotiated.
            kestrel.AllowAlternateSchemes = true;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(IPAddress.Loopback, port, listener => listener.UseHttp1AndHttp2Cleartext());
        });
        builder.Services.AddRoutingCore();
        builder.Services.AddHttpForwarder();
        builder.Services
            .AddSingleton(sessions)
            .AddSingleton(terminal)
            .AddSingleton(http)
            .AddSingleton(clock)
            .AddSingleton<ForwardEndpoint>()
            .AddHostedService<RenewalLoop>();
        var app = builder.Build();
        app.Use(next => context => LocalGuard.CheckAsync(context, next));
        app.UseRouting();
        var forward = app.Services.GetRequiredService<ForwardEndpoint>();
        foreach (var route in Routes)
        {
            app.Map(route, forward.HandleAsync);
        }

        app.MapFallback(context => ErrorBody.AnswerAsync(
            context, StatusCodes.Status404NotFound, "not_found_error", "There is no such route here."));
        return app;
    }
}
