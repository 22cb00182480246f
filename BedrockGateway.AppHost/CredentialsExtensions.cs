using BedrockGateway.LocalAws;

namespace BedrockGateway.AppHost;

/// <summary>The environment by which a function is its role, as Lambda sets it.</summary>
internal static class CredentialsExtensions
{
    /// <summary>In place of the credentials that the function would inherit from this process.</summary>
    public static IResourceBuilder<T> WithCredentials<T>(
        this IResourceBuilder<T> function, FunctionCredentials credentials)
        where T : IResourceWithEnvironment => function
        .WithEnvironment("AWS_ACCESS_KEY_ID", credentials.AccessKeyId)
        .WithEnvironment("AWS_SECRET_ACCESS_KEY", credentials.SecretAccessKey)
        .WithEnvironment("AWS_SESSION_TOKEN", credentials.SessionToken);
}
