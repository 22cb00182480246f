using Amazon.Runtime;
using BedrockGateway.LocalAws;

namespace BedrockGateway.AppHost;

/// <summary>The environment by which a function is somebody to AWS, and finds it.</summary>
internal static class CredentialsExtensions
{
    private static readonly string[] BedrockServices = ["bedrock", "bedrock-runtime"];

    /// <summary>
    /// In place of the credentials that the function would inherit from this process: those of its role in LocalAws,
    /// which its policies judge, or the developer's own.
    /// </summary>
    public static IResourceBuilder<T> WithCredentials<T>(
        this IResourceBuilder<T> function, AwsTarget target, FunctionCredentials role)
        where T : IResourceWithEnvironment =>
        target is { Kind: not AwsKind.Local, Credentials: { } own }
            ? function.WithCredentials(own)
            : function.WithCredentials(role.AccessKeyId, role.SecretAccessKey, role.SessionToken);

    /// <summary>With <c>--bedrock aws</c>: models are called at AWS, as the developer.</summary>
    /// <remarks>An endpoint of the developer's own for Bedrock, such as a VPC endpoint, stays what it is.</remarks>
    public static IResourceBuilder<T> WithBedrock<T>(this IResourceBuilder<T> function, AwsTarget target)
        where T : IResourceWithEnvironment
    {
        if (target is not { IsBedrockAws: true, Credentials: { } own })
        {
            return function;
        }

        foreach (var service in BedrockServices)
        {
            var variable = $"AWS_ENDPOINT_URL_{service.Replace('-', '_').ToUpperInvariant()}";
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable)))
            {
                function.WithEnvironment(variable, $"https://{service}.{target.Region.SystemName}.amazonaws.com");
            }
        }

        return function.WithCredentials(own);
    }

    private static IResourceBuilder<T> WithCredentials<T>(this IResourceBuilder<T> function, ImmutableCredentials own)
        where T : IResourceWithEnvironment =>
        function.WithCredentials(own.AccessKey, own.SecretKey, own.Token);

    private static IResourceBuilder<T> WithCredentials<T>(
        this IResourceBuilder<T> function, string accessKeyId, string secretAccessKey, string? sessionToken)
        where T : IResourceWithEnvironment => function
        .WithEnvironment("AWS_ACCESS_KEY_ID", accessKeyId)
        .WithEnvironment("AWS_SECRET_ACCESS_KEY", secretAccessKey)
        .WithEnvironment("AWS_SESSION_TOKEN", sessionToken ?? string.Empty);
}
