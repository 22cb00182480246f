using OpenTelemetry.Resources;

namespace BedrockGateway.Api.Telemetry;

/// <summary>What the conventions say about a process of a function.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/resource/faas/</remarks>
internal static class LambdaResource
{
    public static void Describe(ResourceBuilder resource)
    {
        var attributes = new List<KeyValuePair<string, object>>
        {
            new("cloud.provider", "aws"),
            new("cloud.platform", "aws_lambda"),
        };
        Add("cloud.region", "AWS_REGION");
        Add("faas.name", "AWS_LAMBDA_FUNCTION_NAME");
        Add("faas.version", "AWS_LAMBDA_FUNCTION_VERSION");
        Add("faas.instance", "AWS_LAMBDA_LOG_STREAM_NAME");
        resource.AddAttributes(attributes);

        void Add(string name, string variable)
        {
            if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value)
            {
                attributes.Add(new(name, value));
            }
        }
    }
}
