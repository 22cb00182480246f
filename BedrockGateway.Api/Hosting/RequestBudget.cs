using Amazon.Lambda.AspNetCoreServer;
using Amazon.Lambda.Core;

namespace BedrockGateway.Api.Hosting;

/// <summary>How long a request may take: on Lambda, it must be answered before Lambda ends the invocation.</summary>
internal static class RequestBudget
{
    // What a reply takes on its way to the Runtime API, with room to spare.
    private static readonly TimeSpan ToAnswer = TimeSpan.FromMilliseconds(500);

    /// <summary>The time that is configured for the route, or less where the invocation's deadline is nearer.</summary>
    public static TimeSpan Of(HttpContext http, RequestOptions options)
    {
        var isLong = http.GetEndpoint()?.Metadata.GetMetadata<LongRequest>() is not null;
        var configured = TimeSpan.FromSeconds(isLong ? options.ModelTimeoutSeconds : options.TimeoutSeconds);
        if (http.Items[AbstractAspNetCoreFunction.LAMBDA_CONTEXT] is not ILambdaContext context)
        {
            return configured;
        }

        // A deadline in the past is none: Lambda hands out no event that is over.
        var left = context.RemainingTime - ToAnswer;
        return left > TimeSpan.Zero && left < configured ? left : configured;
    }
}
