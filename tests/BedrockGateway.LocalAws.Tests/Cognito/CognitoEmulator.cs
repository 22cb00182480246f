using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Amazon.CognitoIdentityProvider;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Resources;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>
/// An emulator with a clock, functions and a log of the test's own, and pools made as CloudFormation makes them.
/// </summary>
public sealed class CognitoEmulator : IAsyncLifetime
{
    public const string Password = "Correct-Horse-9";

    /// <summary>What the gateway's own stack declares.</summary>
    public const string StackPool = """
        {
          "AccountRecoverySetting": { "RecoveryMechanisms": [ { "Name": "verified_email", "Priority": 1 } ] },
          "AdminCreateUserConfig": { "AllowAdminCreateUserOnly": false },
          "AutoVerifiedAttributes": [ "email" ],
          "EmailVerificationMessage": "The verification code to your new account is {####}",
          "EmailVerificationSubject": "Verify your new account",
          "Policies": { "PasswordPolicy": { "MinimumLength": 8, "RequireLowercase": true, "RequireNumbers": true,
                                            "RequireSymbols": true, "RequireUppercase": true } },
          "Schema": [ { "Mutable": true, "Name": "email", "Required": true },
                      { "Mutable": true, "Name": "name", "Required": false },
                      { "AttributeDataType": "String", "Mutable": true, "Name": "api_key" } ],
          "SmsVerificationMessage": "The verification code to your new account is {####}",
          "UsernameConfiguration": { "CaseSensitive": false },
          "VerificationMessageTemplate": { "DefaultEmailOption": "CONFIRM_WITH_CODE" }
        }
        """;

    public const string StackClient = """
        {
          "AllowedOAuthFlowsUserPoolClient": false,
          "ExplicitAuthFlows": [ "ALLOW_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH" ],
          "GenerateSecret": false,
          "PreventUserExistenceErrors": "LEGACY",
          "ReadAttributes": [ "email", "email_verified", "name", "custom:api_key" ],
          "RefreshTokenValidity": 60,
          "SupportedIdentityProviders": [ "COGNITO" ],
          "TokenValidityUnits": { "RefreshToken": "minutes" },
          "WriteAttributes": [ "email", "name" ]
        }
        """;

    private readonly HttpClient _http = new();
    private readonly SigningKeyCycle _keys = new();

    private LocalAws _aws = null!;
    private IServiceProvider _services = null!;

    public static DateTimeOffset Start { get; } = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public FakeTimeProvider Clock { get; } = new(Start);

    internal FakeFunctions Functions { get; } = new();

    internal KeptLog Log { get; } = new();

    internal UserPoolStore Store { get; private set; } = null!;

    internal IUserPoolTokens Tokens => new UserPoolTokens(Store, Clock);

    public Uri Endpoint => _aws.Endpoint;

    public async ValueTask InitializeAsync()
    {
        var options = new LocalAwsOptions
        {
            Region = "eu-west-1",
            AccountId = "123456789012",
            Clock = Clock,
            LoggerFactory = Log,
        };
        Store = new(options, Clock, _keys.Next, StateLog.None);
        _aws = await LocalAws.StartAsync(
            options,
            services => services
                .AddSingleton(Store)
                .AddSingleton<ILambdaInvoker>(Functions)
                .AddHostedService(provider =>
                {
                    _services = provider;
                    return new Idle();
                }),
            TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _aws.DisposeAsync();
    }

    public AmazonCognitoIdentityProviderClient Sdk() => new(
        LocalAwsFixture.Credentials,
        new AmazonCognitoIdentityProviderConfig
        {
            ServiceURL = Endpoint.ToString(),
            AuthenticationRegion = "eu-west-1",
            MaxErrorRetry = 0,
        });

    /// <summary>A pool of the gateway's stack with changes, and its client with changes.</summary>
    public async Task<TestPool> CreatePoolAsync(string poolChanges = "{}", string clientChanges = "{}")
    {
        var pool = await new UserPoolResource(Store, Clock).CreateAsync(
            Request("Pool", StackPool, poolChanges), TestContext.Current.CancellationToken);
        return new(this, pool, await CreateClientAsync(pool.PhysicalId, clientChanges));
    }

    internal ValueTask<ResourceResult> CreateClientAsync(string poolId, string changes)
    {
        var request = Request("Client", StackClient, changes);
        request.Properties["UserPoolId"] = poolId;
        return new UserPoolClientResource(Store).CreateAsync(request, TestContext.Current.CancellationToken);
    }

    internal static ResourceRequest Request(string logicalId, string properties, string changes = "{}")
    {
        var merged = JsonNode.Parse(properties)!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            merged[name] = value?.DeepClone();
        }

        return new("gateway", "arn:aws:cloudformation:eu-west-1:123456789012:stack/gateway/1", logicalId, merged);
    }

    internal IResourceHandler Handler(string type) =>
        _services.GetServices<IResourceHandler>().Single(handler => handler.Type == type);

    /// <summary>One call as the wire has it.</summary>
    internal async Task<WireReply> CallAsync(string operation, JsonNode body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Endpoint)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body.ToJsonString())),
        };
        request.Headers.Add("X-Amz-Target", $"AWSCognitoIdentityProviderService.{operation}");
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        return await WireReply.ReadAsync(response);
    }

    internal async Task<WireReply> GetAsync(string path)
    {
        using var response = await _http.GetAsync(new Uri(Endpoint, path), TestContext.Current.CancellationToken);
        return await WireReply.ReadAsync(response);
    }

    internal Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _http.SendAsync(request, TestContext.Current.CancellationToken);

    /// <summary>Does nothing; the host makes it, and so hands over its services.</summary>
    private sealed class Idle : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
