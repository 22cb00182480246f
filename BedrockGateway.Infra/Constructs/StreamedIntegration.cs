using Amazon.CDK.AWS.APIGateway;

namespace BedrockGateway.Infra.Constructs;

/// <summary>A function's reply that reaches the client while it is made.</summary>
/// <remarks>
/// Every reply of such a method is streamed, a short one too. Sources:
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/response-transfer-mode.html,
/// https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
/// </remarks>
internal sealed record StreamedIntegration(Integration Integration)
{
    /// <summary>How the reply is passed on.</summary>
    public string TransferMode { get; init; } = "STREAM";

    /// <summary>Longest time until the reply is whole. Default and limit of API Gateway: 15 minutes.</summary>
    public int TimeoutMs { get; init; } = 900_000;

    /// <param name="functionName">Name of the function, with its alias where there is one.</param>
    public static StreamedIntegration Of(string functionName)
    {
        var integration = new Integration(new IntegrationProps
        {
            Type = IntegrationType.AWS_PROXY,
            IntegrationHttpMethod = "POST",
            Uri = IntegrationUri.Of("2021-11-15", functionName, "response-streaming-invocations"),
        });
        return new(integration);
    }

    /// <summary>Adds what not every version of CDK that this solution knows has a property for.</summary>
    public void Complete(Method method, RestApi api)
    {
        var resource = (CfnMethod)method.Node.DefaultChild!;
        resource.AddPropertyOverride("Integration.ResponseTransferMode", TransferMode);
        resource.AddPropertyOverride("Integration.TimeoutInMillis", TimeoutMs);

        // A deployment's logical id covers properties of methods, and no overrides.
        api.LatestDeployment!.AddToLogicalId(new Dictionary<string, object>
        {
            [nameof(method)] = method.Node.Path,
            [nameof(TransferMode)] = TransferMode,
            [nameof(TimeoutMs)] = TimeoutMs,
        });
    }
}
