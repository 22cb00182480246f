using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.CognitoIdentityProvider;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Logging;
using BedrockGateway.Api.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>The real application on a port of its own, with fakes where AWS would be.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    public const string Stack = "test-stack";

    private readonly WebApplication _app;
    private readonly StringWriter _log;

    private Gateway(WebApplication app, UserPool pool, StringWriter log, HttpClient client)
    {
        _app = app;
        _log = log;
        Pool = pool;
        Client = client;
    }

    public UserPool Pool { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public Faults Faults => _app.Services.GetRequiredService<Faults>();

    public TestClock Clock => (TestClock)_app.Services.GetRequiredService<TimeProvider>();

    public FakeCognito Cognito => (FakeCognito)_app.Services.GetRequiredService<IAmazonCognitoIdentityProvider>();

    public FakeApiGateway Keys => (FakeApiGateway)_app.Services.GetRequiredService<IAmazonAPIGateway>();

    public FakeBedrock Bedrock => (FakeBedrock)_app.Services.GetRequiredService<IAmazonBedrock>();

    public FakeBedrockWire Runtime => (FakeBedrockWire)_app.Services.GetRequiredService<IBedrockWire>();

    public string Log => _log.ToString();

    public static async Task<Gateway> StartAsync(
        FunctionRole role = FunctionRole.Kestrel, params string[] settings)
    {
        var pool = await UserPool.StartAsync();
        var log = new StringWriter();
        string[] args =
        [
            "--urls=http://127.0.0.1:0",
            $"--AWS_ENDPOINT_URL={pool.Address}",
            $"--AWS:Resources:UserPoolId={UserPool.PoolId}",
            $"--AWS:Resources:UserPoolClientId={UserPool.ClientId}",
            $"--AWS:Resources:RestApiId={FakeApiGateway.ApiId}",
            $"--AWS:Resources:StageName={FakeApiGateway.Stage}",
            $"--AWS:Resources:UsagePlanId={FakeApiGateway.PlanId}",
            $"--AWS:Resources:StackName={Stack}",
            // Tests move the clock by days.
            "--Schedule:Minutes=0",
            .. settings,
        ];
        var app = GatewayApp.Create(args, role, builder =>
        {
            builder.Services.AddSingleton(pool).AddSingleton<Faults>();
            builder.Services.AddSingleton<TimeProvider>(new TestClock());
            builder.Services.AddSingleton<IAmazonCognitoIdentityProvider, FakeCognito>();
            builder.Services.AddKeyedSingleton(
                AwsRegistration.Once, (services, _) => services.GetRequiredService<IAmazonCognitoIdentityProvider>());
            builder.Services.AddSingleton<IAmazonAPIGateway, FakeApiGateway>();
            builder.Services.AddSingleton<IAmazonBedrock, FakeBedrock>();
            builder.Services.AddSingleton<IBedrockWire, FakeBedrockWire>();
            builder.Services.AddSingleton(new LogOutput(log));
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        var client = new HttpClient { BaseAddress = new(app.Urls.Single()), Timeout = TimeSpan.FromSeconds(30) };
        return new(app, pool, log, client);
    }

    /// <summary>Everything that was logged; a request's own line is written after its reply.</summary>
    public async Task<string> StopAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        return Log;
    }

    public Task<HttpResponseMessage> PostAsync(string path, string body, string? token = null, string? key = null) =>
        SendAsync(HttpMethod.Post, path, token, key, body);

    public async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? token = null, string? key = null, string? body = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        if (key is not null)
        {
            request.Headers.Add("x-api-key", key);
        }

        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Registers a user and answers with a token and the key that get in.</summary>
    public async Task<(string Token, string Key)> EnterAsync(string email = "ann@example.com")
    {
        using var reply = await PostAsync(
            "/register", $$"""{"email":"{{email}}","password":"Passw0rd!","fullname":"Ann Lee"}""");
        var text = await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var key = JsonElement.Parse(text).GetProperty("data").GetProperty("API Key").GetString()!;
        var user = Cognito.Users.Single(user => user.Email == email);
        return (Pool.IdToken(user.Subject, key, Clock), key);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Pool.DisposeAsync();
        await _log.DisposeAsync();
    }
}
