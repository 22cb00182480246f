namespace Amazon.Lambda.RuntimeSupport.Bootstrap;

/// <summary>How a <see cref="LambdaBootstrap"/> finds its Runtime API.</summary>
public class LambdaBootstrapOptions
{
    /// <summary><c>host:port</c>. Default the environment variable <c>AWS_LAMBDA_RUNTIME_API</c>.</summary>
    public string RuntimeApiEndpoint { get; set; }
}
