using Amazon.Runtime;

namespace BedrockGateway.AppHost.Unenforced;

/// <summary>Clients that ask an endpoint once, and do not wait long for it.</summary>
internal static class ProbeClientExtensions
{
    public static T ConfigFor<T>(this AwsTarget target, TimeSpan patience)
        where T : ClientConfig, new() => new()
        {
            ServiceURL = target.Endpoint?.ToString(),
            AuthenticationRegion = target.Region.SystemName,
            MaxErrorRetry = 0,
            Timeout = patience,
        };

    public static AWSCredentials CredentialsForProbe(this AwsTarget target) => target.Credentials is { } own
        ? own.Token is { Length: > 0 } token
            ? new SessionAWSCredentials(own.AccessKey, own.SecretKey, token)
            : new BasicAWSCredentials(own.AccessKey, own.SecretKey)
        : new AnonymousAWSCredentials();
}
