using Amazon.Lambda.RuntimeSupport;

namespace BedrockGateway.TestFunction;

/// <summary>A function that cannot start.</summary>
internal static class FailingFunction
{
    public static LambdaBootstrap Build() => LambdaBootstrapBuilder
        .Create(Task<Stream> (Stream input) => Task.FromResult(input))
        .UseBootstrapHandler(() => throw new InvalidOperationException("The function has no configuration."))
        .Build();
}
