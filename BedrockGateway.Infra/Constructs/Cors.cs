using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;

namespace BedrockGateway.Infra.Constructs;

/// <summary>What browsers may do, on preflight and on the gateway's own errors alike.</summary>
internal static class Cors
{
    /// <summary>
    /// A wildcard never covers Authorization (Fetch standard, CORS-safelisted and non-wildcard names).
    /// </summary>
    public const string AllowHeaders = "*,Authorization";

    private const string AnyOrigin = "*";

    private static readonly string[] Exposed = ["x-request-id", "x-amzn-RequestId", "x-amz-apigw-id"];

    public static string ExposeHeaders => string.Join(',', Exposed);

    public static CorsOptions Preflight(GatewaySettings settings) => new()
    {
        // CDK's preflight answers the first of several, or that one of the others which asks.
        AllowOrigins = settings.CorsOrigins.Split(','),
        AllowMethods = ["GET", "POST", "OPTIONS"],
        AllowHeaders = AllowHeaders.Split(','),
        ExposeHeaders = Exposed,
        MaxAge = Duration.Seconds(7200),
    };

    /// <summary>
    /// The origin on the gateway's own errors. These have no template language that could pick one of several, and
    /// say nothing that a stranger's page could not ask for itself.
    /// </summary>
    public static string ErrorOrigin(GatewaySettings settings) =>
        settings.CorsOrigins.Contains(',', StringComparison.Ordinal) ? AnyOrigin : settings.CorsOrigins;
}
