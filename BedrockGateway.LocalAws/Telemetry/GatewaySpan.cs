using System.Diagnostics;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;

namespace BedrockGateway.LocalAws.Telemetry;

/// <summary>The span of a request to the API Gateway data plane, and those of its checks.</summary>
internal static class GatewaySpan
{
    /// <returns><see langword="null"/> without a name, or where nobody listens.</returns>
    public static Activity? StartStep(string? name) =>
        name is null || Instruments.Current is null ? null : Instruments.Spans.StartActivity(name);

    /// <summary>One check of several in a step let the request through.</summary>
    public static void Passed(string check) => Instruments.Current?.AddEvent(new($"{check} accepted"));

    public static void EndStep(Activity? span, Rejection? rejection)
    {
        if (rejection is not null)
        {
            span?.SetTag("error.type", rejection.Text.ResponseType).SetStatus(ActivityStatusCode.Error);
        }
    }

    public static void End(Activity? span, GatewayRequest request)
    {
        var error = request.Rejection?.Text.ResponseType;
        var status = request.Http.Response.StatusCode;
        if (span is not null)
        {
            Describe(span, request);
            ServerSpan.End(span, status, error);
        }

        Measure(request, status, error);
    }

    private static void Describe(Activity span, GatewayRequest request)
    {
        if (RouteOf(request) is { } route)
        {
            span.DisplayName = $"{request.Http.Request.Method} {route}";
            span.SetTag("http.route", route);
        }

        span.SetTag("aws.request_id", request.RequestId)
            .SetTag("aws.api_gateway.rest_api", request.ApiId)
            .SetTag("aws.api_gateway.stage", request.Stage.Name);
        // Ids and the user's subject; the key's value and the token are secret.
        Add("aws.api_gateway.api_key.id", request.Key?.Id);
        Add("aws.api_gateway.usage_plan.id", request.Plan?.Id);
        Add("enduser.pseudo.id", request.Claims?.GetValueOrDefault("sub"));

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                span.SetTag(name, value);
            }
        }
    }

    private static void Measure(GatewayRequest request, int status, string? error)
    {
        var tags = new TagList
        {
            { "http.request.method", request.Method is null ? "_OTHER" : request.Http.Request.Method },
            { "http.response.status_code", status },
            { "url.scheme", request.Http.Request.Scheme },
        };
        if (RouteOf(request) is { } route)
        {
            tags.Add("http.route", route);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
            Instruments.RejectedRequests.Add(1, new KeyValuePair<string, object?>("reason", error));
        }

        Instruments.RequestSeconds.Record(request.Elapsed().TotalSeconds, tags);
    }

    private static string? RouteOf(GatewayRequest request) => request.Method?.Resource.Path;
}
