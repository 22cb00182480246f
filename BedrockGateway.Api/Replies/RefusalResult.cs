using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Replies;

/// <summary>A refusal with the header that tells SDKs whether another attempt makes sense.</summary>
internal sealed class RefusalResult(Refusal refusal, Reply<RefusalReply> reply) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        Counters.CountRejection(refusal);
        if (refusal is Refusal.Throttled)
        {
            httpContext.Response.Headers.RetryAfter = "1";
        }
        else if (refusal is Refusal.QuotaExceeded)
        {
            // SDKs repeat a 429 by default; a spent quota does not come back within their patience.
            httpContext.Response.Headers["x-should-retry"] = "false";
        }

        return reply.ExecuteAsync(httpContext);
    }
}
