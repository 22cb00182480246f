namespace Microsoft.Extensions.DependencyInjection;

/// <summary>What sends the events.</summary>
public enum LambdaEventSource
{
    /// <summary>A REST API of API Gateway.</summary>
    RestApi,
}
