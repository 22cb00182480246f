using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;

/// <summary>Request line and header values may have 10,240 bytes together.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html</remarks>
internal sealed class LimitHeaders : IGatewayStep
{
    public const int MaxBytes = 10_240;

    public ValueTask<Rejection?> RunAsync(GatewayRequest request, CancellationToken cancellationToken)
    {
        var http = request.Http.Request;
        var target = http.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var bytes = http.Method.Length + target.Length + http.Protocol.Length;
        foreach (var (_, values) in http.Headers)
        {
            foreach (var value in values)
            {
                bytes += value?.Length ?? 0;
            }
        }

        return new(bytes > MaxBytes ? new Rejection(GatewayFailure.HeadersTooLarge) : null);
    }
}
