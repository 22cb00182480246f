namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Writes responses with what every response of the gateway carries.</summary>
internal static class GatewayReply
{
    public static async ValueTask WriteAsync(
        GatewayRequest request,
        int status,
        IEnumerable<KeyValuePair<string, string[]>> headers,
        ReadOnlyMemory<byte> body,
        CancellationToken cancellationToken)
    {
        SetHead(request, status, headers);
        if (!MayHaveBody(status))
        {
            return;
        }

        var response = request.Http.Response;
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(request.Http.Request.Method))
        {
            request.ResponseBytes = body.Length;
            await response.Body.WriteAsync(body, cancellationToken);
        }
    }

    /// <summary>Sets status and headers, which leave with the body.</summary>
    public static void SetHead(
        GatewayRequest request, int status, IEnumerable<KeyValuePair<string, string[]>> headers)
    {
        var response = request.Http.Response;
        response.StatusCode = status;
        response.ContentType = MediaTypes.Json;
        foreach (var (name, values) in headers)
        {
            response.Headers[name] = values;
        }

        SetIds(response, request.RequestId, request.ExtendedRequestId);
    }

    /// <summary>Whether HTTP lets a reply of the status have a body.</summary>
    public static bool MayHaveBody(int status) =>
        status is not (< 200 or StatusCodes.Status204NoContent or StatusCodes.Status304NotModified);

    public static void SetIds(HttpResponse response, string requestId, string extendedRequestId)
    {
        response.Headers["x-amzn-RequestId"] = requestId;
        response.Headers["x-amz-apigw-id"] = extendedRequestId;
    }
}
