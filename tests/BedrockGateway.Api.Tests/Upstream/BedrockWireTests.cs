using System.Net;
using System.Text;
using Amazon;
using Amazon.BedrockRuntime;
using Amazon.Runtime;
using Amazon.Runtime.Identity;
using BedrockGateway.Api.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Api.Tests.Upstream;

/// <summary>Calls of Bedrock Runtime, as a server sees them.</summary>
public sealed class BedrockWireTests : IAsyncLifetime
{
    private readonly List<(string Path, Dictionary<string, string> Headers, string Body)> _asked = [];
    private RequestDelegate _answer = http => http.Response.WriteAsync("{}", http.RequestAborted);
    private WebApplication _server = null!;
    private AmazonBedrockRuntimeClient _client = null!;
    private HttpMessageInvoker _http = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        _server = builder.Build();
        _server.Run(TakeAsync);
        await _server.StartAsync(Token);
        _client = new(
            new AnonymousAWSCredentials(),
            new AmazonBedrockRuntimeConfig
            {
                ServiceURL = _server.Urls.Single(),
                AuthenticationRegion = RegionEndpoint.EUWest1.SystemName,
            });
        _http = new(BedrockWire.CreateHandler());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _client.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("invoke", "application/json")]
    [InlineData("converse-stream", "application/vnd.amazon.eventstream")]
    public async Task Call_IsSignedAndGoesOutAsItIs(string path, string accept)
    {
        var operation = BedrockOperationExtensions.FromPath(path)!.Value;
        await using var reply = await SendAsync("anthropic.claude-3-haiku-20240307-v1:0", operation, """{ "é" :1 }""");

        var (asked, headers, body) = Assert.Single(_asked);
        Assert.Equal($"/model/anthropic.claude-3-haiku-20240307-v1%3A0/{path}", asked);
        Assert.Equal("""{ "é" :1 }""", body);
        Assert.Equal((accept, "application/json"), (headers["Accept"], headers["Content-Type"]));
        Assert.Equal("session", headers["X-Amz-Security-Token"]);
        Assert.Matches(
            "^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-1/bedrock/aws4_request, "
            + "SignedHeaders=[a-z0-9;-]+;x-amz-security-token, Signature=[0-9a-f]{64}$",
            headers["Authorization"]);
    }

    [Fact]
    public async Task ArnsSlashes_StayOnePartOfThePath()
    {
        await using var reply = await SendAsync(
            "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.meta.llama3", BedrockOperation.Converse, "{}");

        Assert.Equal(
            "/model/arn%3Aaws%3Abedrock%3Aeu-west-1%3A111122223333%3Ainference-profile%2Feu.meta.llama3/converse",
            Assert.Single(_asked).Path);
    }

    [Theory]
    [InlineData(
        "ValidationException:http://internal.amazon.com/", """{"message":"no"}""", "ValidationException", "no")]
    [InlineData("", """{"__type":"com.amazon#AccessDeniedException","Message":"no"}""", "AccessDeniedException", "no")]
    [InlineData("", "<html>secret</html>", "ValidationException", "Bedrock answered 400.")]
    [InlineData("", "", "ValidationException", "Bedrock answered 400.")]
    public async Task Refusal_HasBedrocksCodeAndText(string type, string body, string code, string message)
    {
        _answer = http =>
        {
            http.Response.StatusCode = 400;
            http.Response.Headers["x-amzn-ErrorType"] = type;
            http.Response.Headers.RetryAfter = "7";
            return http.Response.WriteAsync(body, http.RequestAborted);
        };

        var fault = await Assert.ThrowsAsync<BedrockFault>(() => SendAsync("a.b", BedrockOperation.Converse, "{}"));

        Assert.Equal((HttpStatusCode.BadRequest, code, message), (fault.StatusCode, fault.ErrorCode, fault.Message));
        Assert.Equal(TimeSpan.FromSeconds(7), fault.RetryAfter);
    }

    [Fact]
    public async Task Reply_IsThereBeforeItsBodyIs()
    {
        var held = new TaskCompletionSource();
        _answer = async http =>
        {
            await http.Response.WriteAsync("first", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await held.Task;
            await http.Response.WriteAsync("last", http.RequestAborted);
        };
        await using var reply = await SendAsync("a.b", BedrockOperation.ConverseStream, "{}");
        var buffer = new byte[16];

        var first = await reply.Body.ReadAsync(buffer, Token);
        held.SetResult();
        var last = await reply.Body.ReadAsync(buffer.AsMemory(first), Token);

        Assert.Equal("firstlast", Encoding.UTF8.GetString(buffer, 0, first + last));
    }

    private Task<BedrockReply> SendAsync(string modelId, BedrockOperation operation, string body) =>
        new BedrockWire(_client, new(_client, new KnownIdentity()), _http)
            .SendAsync(new(modelId, operation, Encoding.UTF8.GetBytes(body)), Token);

    private sealed class KnownIdentity : IIdentityResolver<AWSCredentials>
    {
        private readonly AWSCredentials _credentials = new SessionAWSCredentials("AKIDEXAMPLE", "secret", "session");

        public AWSCredentials ResolveIdentity(IClientConfig clientConfig) => _credentials;

        public Task<AWSCredentials> ResolveIdentityAsync(
            IClientConfig clientConfig, CancellationToken cancellationToken = default) => Task.FromResult(_credentials);

        BaseIdentity IIdentityResolver.ResolveIdentity(IClientConfig clientConfig) => _credentials;

        Task<BaseIdentity> IIdentityResolver.ResolveIdentityAsync(
            IClientConfig clientConfig, CancellationToken cancellationToken) =>
            Task.FromResult<BaseIdentity>(_credentials);
    }

    private async Task TakeAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var target = http.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget;
        var headers = http.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString());
        _asked.Add((target, headers, await reader.ReadToEndAsync(http.RequestAborted)));
        await _answer(http);
    }
}
