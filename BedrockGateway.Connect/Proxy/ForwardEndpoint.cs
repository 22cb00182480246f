using BedrockGateway.Connect.Sessions;
using Microsoft.AspNetCore.Http.Features;
using Yarp.ReverseProxy.Forwarder;

namespace BedrockGateway.Connect.Proxy;

/// <summary>Passes a request on to the gateway with the user's credentials, and the reply back as it comes.</summary>
internal sealed class ForwardEndpoint(
    SessionKeeper sessions, IHttpForwarder forwarder, HttpMessageInvoker http, TimeProvider clock)
{
    // How long a client is kept waiting while somebody types a password.
    private static readonly TimeSpan LoginPatience = TimeSpan.FromSeconds(60);

    // A model may be silent for minutes; the gateway itself ends what takes too long.
    private static readonly ForwarderRequestConfig Config = new() { ActivityTimeout = TimeSpan.FromMinutes(15) };

    public async Task HandleAsync(HttpContext context)
    {
        if (context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget is not ['/', ..])
        {
            await ErrorBody.AnswerAsync(
                context, StatusCodes.Status400BadRequest, "invalid_request_error", "The request's target is no path.");
            return;
        }

        if (await FindSessionAsync(context) is not { } session)
        {
            return;
        }

        var prefix = sessions.Gateway.AbsoluteUri.TrimEnd('/');
        var error = await forwarder.SendAsync(
            context, prefix, http, Config, new CredentialTransformer(session), context.RequestAborted);
        if (error is not ForwarderError.None && !context.Response.HasStarted)
        {
            await ErrorBody.AnswerAsync(
                context, StatusCodes.Status502BadGateway, "api_error", "The gateway cannot be reached.");
        }
    }

    private async Task<Session?> FindSessionAsync(HttpContext context)
    {
        try
        {
            return sessions.Valid
                ?? await sessions.GetAsync(context.RequestAborted)
                    .WaitAsync(LoginPatience, clock, context.RequestAborted);
        }
        catch (Exception fault) when (fault is ConnectException or TimeoutException or HttpRequestException)
        {
            await ErrorBody.AnswerAsync(
                context,
                StatusCodes.Status401Unauthorized,
                "authentication_error",
                "The login has ended. Log in where bedrock-connect runs.");
            return null;
        }
    }
}
