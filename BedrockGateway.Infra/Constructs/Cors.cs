using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;

namespace BedrockGateway.Infra.Constructs;

/// <summary>What browsers may do, on preflight and on the gateway's own errors alike.</summary>
internal static class Cors
{
    public const string AllowOrigin = "*";

    /// <summary>
    /// A wildcard never covers Authorization (Fetch standard, CORS-safelisted and non-wildcard names).
    /// </summary>
    public const string AllowHeaders = "*,Authorization";

    private static readonly string[] Exposed = ["x-request-id", "x-amzn-RequestId", "x-amz-apigw-id"];

    public static string ExposeHeaders => string.Join(',', Exposed);

    public static CorsOptions Preflight => new()
    {
        AllowOrigins = [AllowOrigin],
        AllowMethods = ["GET", "POST", "OPTIONS"],
        AllowHeaders = AllowHeaders.Split(','),
        ExposeHeaders = Exposed,
        MaxAge = Duration.Seconds(7200),
    };
}
