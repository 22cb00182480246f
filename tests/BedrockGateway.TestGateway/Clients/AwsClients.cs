using System.Net;
using System.Net.Http.Json;
using Amazon.APIGateway;
using Amazon.CloudFormation;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;

namespace BedrockGateway.TestGateway.Clients;

/// <summary>The .NET SDK's clients of the printed AWS endpoint, and its local-only faults.</summary>
internal sealed class AwsClients(Uri endpoint) : IDisposable
{
    private static readonly BasicAWSCredentials Credentials = new("any", "any");

    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public Uri Endpoint { get; } = endpoint;

    public AmazonCognitoIdentityProviderClient Cognito { get; } =
        new(Credentials, Configure(new AmazonCognitoIdentityProviderConfig(), endpoint));

    public AmazonAPIGatewayClient ApiGateway { get; } =
        new(Credentials, Configure(new AmazonAPIGatewayConfig(), endpoint));

    public AmazonCloudFormationClient CloudFormation { get; } =
        new(Credentials, Configure(new AmazonCloudFormationConfig(), endpoint));

    /// <summary>Makes the next calls of an operation fail.</summary>
    public async Task InjectAsync(string service, string operation, string code, string message, int status, int times)
    {
        using var reply = await _http.PostAsJsonAsync(
            new Uri("_local/faults", UriKind.Relative),
            new { service, operation, code, message, status, times },
            TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    public async Task ClearFaultsAsync()
    {
        using var reply = await _http.DeleteAsync(
            new Uri("_local/faults", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, reply.StatusCode);
    }

    public void Dispose()
    {
        _http.Dispose();
        Cognito.Dispose();
        ApiGateway.Dispose();
        CloudFormation.Dispose();
    }

    private static T Configure<T>(T config, Uri endpoint)
        where T : ClientConfig
    {
        config.ServiceURL = endpoint.ToString();
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = 0;
        return config;
    }
}
