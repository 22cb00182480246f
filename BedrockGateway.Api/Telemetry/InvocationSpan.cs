using System.Diagnostics;
using Amazon.Lambda.AspNetCoreServer;
using Amazon.Lambda.Core;

namespace BedrockGateway.Api.Telemetry;

/// <summary>What the conventions say about the span of an invocation.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/faas/aws-lambda/</remarks>
internal static class InvocationSpan
{
    public static void Describe(Activity span, HttpRequest request)
    {
        if (request.HttpContext.Items[AbstractAspNetCoreFunction.LAMBDA_CONTEXT] is ILambdaContext context)
        {
            Describe(span, context, "http");
        }
    }

    public static void Describe(Activity span, ILambdaContext context, string trigger) => span
        .SetTag("faas.trigger", trigger)
        .SetTag("faas.invocation_id", context.AwsRequestId)
        .SetTag("aws.lambda.invoked_arn", context.InvokedFunctionArn);
}
