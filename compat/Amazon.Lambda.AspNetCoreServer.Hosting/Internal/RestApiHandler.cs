using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer.Internal;
using Amazon.Lambda.Core;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Extensions.Logging;

namespace Amazon.Lambda.AspNetCoreServer.Hosting.Internal;

/// <summary>Runs one event through the application's pipeline.</summary>
internal sealed partial class RestApiHandler<TContext>(
    IHttpApplication<TContext> application, HostingOptions options, ILogger log)
    where TContext : notnull
{
    public async Task<APIGatewayProxyResponse> HandleAsync(APIGatewayProxyRequest request, ILambdaContext context)
    {
        using var features = Marshall(new(), request, context);
        var http = application.CreateContext(features);
        Exception? failure = null;
        try
        {
            try
            {
                await application.ProcessRequestAsync(http);
            }
            catch (Exception unhandled)
            {
                failure = unhandled;
                LogUnhandled(log, unhandled);
                features.StatusCode = 500;
            }

            await features.FireStartingAsync();
            var response = RestApiResponse.Write(features, options.Encodings);
            options.PostMarshallResponseFeature?.Invoke(features, response, context);
            if (failure is not null && options.IncludeUnhandledExceptionDetailInResponse)
            {
                response.MultiValueHeaders["ErrorType"] = [failure.GetType().Name];
            }

            return response;
        }
        finally
        {
            await features.FireCompletedAsync();
            application.DisposeContext(http, failure);
        }
    }

    /// <summary>The same with a reply that leaves while it is written.</summary>
    /// <remarks>
    /// What fails before its first byte is a 500 as above. What fails later is Lambda's business: the official package
    /// ends such a reply as if it were complete.
    /// </remarks>
    public async Task StreamAsync(APIGatewayProxyRequest request, ILambdaContext context)
    {
        using var features = Marshall(new() { IsStreamed = true }, request, context);
        var http = application.CreateContext(features);
        Exception? failure = null;
        try
        {
            try
            {
                await application.ProcessRequestAsync(http);
            }
            catch (Exception unhandled) when (!features.HasStarted)
            {
                failure = unhandled;
                LogUnhandled(log, unhandled);
                features.Fail(options.IncludeUnhandledExceptionDetailInResponse ? unhandled : null);
            }
            catch (Exception unhandled)
            {
                failure = unhandled;
                throw;
            }

            features.ThrowIfAborted();
            await features.CompleteAsync();
        }
        finally
        {
            await features.FireCompletedAsync();
            application.DisposeContext(http, failure);
        }
    }

    private InvocationFeatures Marshall(
        InvocationFeatures features, APIGatewayProxyRequest request, ILambdaContext context)
    {
        features.TraceIdentifier = context.AwsRequestId;
        features.AbortAfter(context.RemainingTime);
        RestApiRequest.ReadUser(features, request);
        options.PostMarshallHttpAuthenticationFeature?.Invoke(features, request, context);
        RestApiRequest.ReadRequest(features, request);
        options.PostMarshallRequestFeature?.Invoke(features, request, context);
        RestApiRequest.ReadConnection(features, request);
        options.PostMarshallConnectionFeature?.Invoke(features, request, context);
        RestApiRequest.ReadCertificate(features, request);
        options.PostMarshallTlsConnectionFeature?.Invoke(features, request, context);
        features.Items[AbstractAspNetCoreFunction.LAMBDA_CONTEXT] = context;
        features.Items[AbstractAspNetCoreFunction.LAMBDA_REQUEST_OBJECT] = request;
        options.PostMarshallItemsFeature?.Invoke(features, request, context);
        return features;
    }

    [LoggerMessage(
        Level = Microsoft.Extensions.Logging.LogLevel.Error, Message = "Unknown error responding to request")]
    private static partial void LogUnhandled(ILogger log, Exception unhandled);
}
