using Amazon.Runtime;

namespace BedrockGateway.LocalAws.Tests;

/// <summary>One emulator for the tests of a class, on free ports.</summary>
public sealed class LocalAwsFixture : IAsyncLifetime
{
    public LocalAws Aws { get; private set; } = null!;

    /// <summary>Credentials that the emulator does not look at.</summary>
    public static AWSCredentials Credentials { get; } = new BasicAWSCredentials("test", "test");

    /// <summary>A client configuration that points at the emulator and does not retry.</summary>
    public T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Aws.Endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }

    public async ValueTask InitializeAsync() =>
        Aws = await LocalAws.StartAsync(cancellationToken: TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => Aws.DisposeAsync();
}
