using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>What becomes of a request whose function does not answer as it should.</summary>
internal static class IntegrationFailures
{
    /// <summary>Lambda refused the invocation.</summary>
    public static Rejection Of(AwsFault fault) => new(
        (int)fault.Status == StatusCodes.Status413PayloadTooLarge
            ? GatewayFailure.RequestTooLarge
            : GatewayFailure.ApiConfigurationError,
        Detail: $"{fault.Code}: {fault.Message}");

    /// <summary>The function failed.</summary>
    public static Rejection Of(string functionError) => new(
        GatewayFailure.IntegrationFailed,
        Detail: $"Lambda execution failed with status 200 due to customer function error: {functionError}");

    public static Rejection Malformed(string problem) => new(
        GatewayFailure.IntegrationFailed, Detail: $"Malformed Lambda proxy response: {problem}");

    public static Rejection TimedOut(string function, TimeSpan limit) => new(
        GatewayFailure.IntegrationTimeout, Detail: $"{function} took longer than {limit}.");
}
