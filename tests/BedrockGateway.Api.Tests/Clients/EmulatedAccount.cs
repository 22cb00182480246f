using System.Text.Json.Nodes;
using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CognitoIdentityProvider;
using Amazon.Runtime;
using Amazon.Runtime.Identity;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Upstream;
using BedrockGateway.LocalAws;
using BedrockGateway.LocalAws.Tests;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Clients;

/// <summary>AWS as LocalAws emulates it, with the stack in it, and the API's clients of it.</summary>
internal sealed class EmulatedAccount(LocalAws.LocalAws aws, int maxErrorRetry) : IAsyncDisposable
{
    /// <summary>How often the SDK repeats a call unless it is told otherwise.</summary>
    public const int DefaultErrorRetry = 2;

    private const string StackName = "clients";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly BasicAWSCredentials Credentials = new("test", "test");

    public string Endpoint => aws.Endpoint.ToString().TrimEnd('/');

    public static async Task<EmulatedAccount> StartAsync(
        CancellationToken cancellationToken, LocalAwsOptions? options = null, int maxErrorRetry = DefaultErrorRetry) =>
        new(await LocalAws.LocalAws.StartAsync(options, cancellationToken), maxErrorRetry);

    /// <summary>Makes the stack; answers with the settings of the API that it stands for.</summary>
    public async Task<string[]> DeployAsync(CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(Patience);
        using var cloudFormation = new QueryClient(aws.Endpoint, "cloudformation");
        await cloudFormation.CallAsync(
            "CreateStack", ("StackName", StackName), ("TemplateBody", ClientStack.Template));
        while (true)
        {
            var stack = await cloudFormation.CallAsync("DescribeStacks", ("StackName", StackName));
            if ((string?)stack.Descendants("StackStatus").Single() is not "CREATE_IN_PROGRESS" and var status)
            {
                Assert.Equal("CREATE_COMPLETE", status);
                return
                [
                    .. stack.Descendants("OutputKey").Select(key =>
                        $"--AWS:Resources:{(string)key}={(string)key.Parent!.Element("OutputValue")!}"),
                    $"--AWS:Resources:StackName={StackName}",
                    $"--AWS_ENDPOINT_URL={Endpoint}",
                ];
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), deadline.Token);
        }
    }

    /// <summary>Confirms a user and the address, as the trigger does with those of the organisation.</summary>
    public async Task ConfirmAsync(string poolId, string email, CancellationToken cancellationToken)
    {
        await CallCognitoAsync(
            "AdminConfirmSignUp", new() { ["UserPoolId"] = poolId, ["Username"] = email }, cancellationToken);
        await CallCognitoAsync(
            "AdminUpdateUserAttributes",
            new()
            {
                ["UserPoolId"] = poolId,
                ["Username"] = email,
                ["UserAttributes"] = new JsonArray(
                    new JsonObject { ["Name"] = "email_verified", ["Value"] = "true" }),
            },
            cancellationToken);
    }

    /// <summary>Calls Cognito as an operator does, whose operations the API's client need not have.</summary>
    public async Task CallCognitoAsync(string operation, JsonObject body, CancellationToken cancellationToken)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Endpoint)
        {
            Content = new StringContent(body.ToJsonString()),
        };
        request.Content.Headers.ContentType = new("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        using var reply = await http.SendAsync(request, cancellationToken);
        Assert.True(reply.IsSuccessStatusCode, await reply.Content.ReadAsStringAsync(cancellationToken));
    }

    /// <summary>Lets the API's own clients call the emulator.</summary>
    public void Register(IServiceCollection services)
    {
        var runtime = new AmazonBedrockRuntimeClient(Credentials, Configure(new AmazonBedrockRuntimeConfig()));
        services
            .AddSingleton<IAmazonBedrockRuntime>(runtime)
            .AddSingleton(new BedrockSignature(runtime, new FixedIdentity()))
            .AddSingleton<IAmazonBedrock>(
                _ => new AmazonBedrockClient(Credentials, Configure(new AmazonBedrockConfig())))
            .AddSingleton<IAmazonAPIGateway>(_ => ApiGateway())
            .AddKeyedSingleton<IAmazonAPIGateway>(
                AwsRegistration.Once,
                (_, _) => new AmazonAPIGatewayClient(
                    Credentials, AwsRegistration.MadeOnce(Configure(new AmazonAPIGatewayConfig()))))
            .AddSingleton<IAmazonCognitoIdentityProvider>(_ => Cognito())
            .AddKeyedSingleton<IAmazonCognitoIdentityProvider>(
                AwsRegistration.Once,
                (_, _) => new AmazonCognitoIdentityProviderClient(
                    Credentials, AwsRegistration.MadeOnce(Configure(new AmazonCognitoIdentityProviderConfig()))));
    }

    public ValueTask DisposeAsync() => aws.DisposeAsync();

    public AmazonCognitoIdentityProviderClient Cognito() =>
        new(Credentials, Configure(new AmazonCognitoIdentityProviderConfig()));

    public AmazonAPIGatewayClient ApiGateway() => new(Credentials, Configure(new AmazonAPIGatewayConfig()));

    private T Configure<T>(T config)
        where T : ClientConfig
    {
        config.ServiceURL = Endpoint;
        config.AuthenticationRegion = "us-east-1";
        config.MaxErrorRetry = maxErrorRetry;
        return config;
    }

    private sealed class FixedIdentity : IIdentityResolver<AWSCredentials>
    {
        BaseIdentity IIdentityResolver.ResolveIdentity(IClientConfig clientConfig) => Credentials;

        public AWSCredentials ResolveIdentity(IClientConfig clientConfig) => Credentials;

        Task<BaseIdentity> IIdentityResolver.ResolveIdentityAsync(
            IClientConfig clientConfig, CancellationToken cancellationToken) =>
            Task.FromResult<BaseIdentity>(Credentials);

        public Task<AWSCredentials> ResolveIdentityAsync(
            IClientConfig clientConfig, CancellationToken cancellationToken) =>
            Task.FromResult<AWSCredentials>(Credentials);
    }
}
