using System.Security.Claims;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Replies;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Tests.Identity;

/// <summary>On Lambda: the event's claims and key, as the hosting package hands them on.</summary>
public sealed class EventCallerGateTests : IDisposable
{
    private const string Subject = "f3a1c2d4-0000-70aa-8000-000000000001";
    private const string Key = "clear-value-of-the-key-0000000000001";

    private readonly Faults _faults = new();
    private readonly TestClock _clock = new();
    private readonly FakeApiGateway _keys;
    private readonly EventCallerGate _gate;

    public EventCallerGateTests()
    {
        _keys = new(_faults);
        var resources = new ResourcesOptions { StackName = Gateway.Stack, UserPoolClientId = UserPool.ClientId };
        _gate = new(new(_keys, _clock), Options.Create(resources));
    }

    public void Dispose() => _keys.Dispose();

    [Fact]
    public async Task KeyOfTheClaim_GetsInWithoutALookUp()
    {
        Assert.Null(await AdmitAsync(Claims(), Key, "key0000001"));
        Assert.Empty(_faults.Calls);
    }

    [Fact]
    public async Task KeyOfTheUsersName_GetsInAndIsRemembered()
    {
        var key = await CreateAsync($"test-stack-{Subject}");

        Assert.Null(await AdmitAsync(Claims(), key.Value, key.Id));
        Assert.Null(await AdmitAsync(Claims(apiKey: null), key.Value, key.Id));
        Assert.Equal(["CreateApiKey", "GetApiKey"], _faults.Calls);
        _clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Null(await AdmitAsync(Claims(), key.Value, key.Id));
        Assert.Equal(["CreateApiKey", "GetApiKey", "GetApiKey"], _faults.Calls);
    }

    [Theory]
    [InlineData("test-stack-somebody-else")]
    [InlineData("other-stack-f3a1c2d4-0000-70aa-8000-000000000001")]
    [InlineData("test-stack-f3a1c2d4-0000-70aa-8000-000000000001-old")]
    public async Task KeyOfAnotherName_IsForbidden(string name)
    {
        var key = await CreateAsync(name);

        Assert.Equal(Refusal.InvalidApiKey, await AdmitAsync(Claims(), key.Value, key.Id));
    }

    [Fact]
    public async Task DeletedKey_IsForbiddenAndRemembered()
    {
        Assert.Equal(Refusal.InvalidApiKey, await AdmitAsync(Claims(), "another-key", "gone000001"));
        Assert.Equal(Refusal.InvalidApiKey, await AdmitAsync(Claims(), "another-key", "gone000001"));
        Assert.Single(_faults.Calls, "GetApiKey");
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(Key, null)]
    [InlineData(Key, "")]
    [InlineData("", "key0000001")]
    public async Task EventWithoutKey_IsForbidden(string? key, string? keyId) =>
        Assert.Equal(Refusal.InvalidApiKey, await AdmitAsync(Claims(), key, keyId));

    [Fact]
    public async Task NoEvent_IsForbidden()
    {
        var http = new DefaultHttpContext { User = new(Claims()) };

        Assert.Equal(Refusal.InvalidApiKey, await _gate.AdmitAsync(http, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("sub", null)]
    [InlineData("sub", "")]
    [InlineData("token_use", null)]
    [InlineData("token_use", "access")]
    [InlineData("aud", null)]
    [InlineData("aud", "other-client")]
    public async Task WrongClaim_IsUnauthorized(string name, string? value)
    {
        var claims = Claims();
        claims.RemoveClaim(claims.FindFirst(name));
        if (value is not null)
        {
            claims.AddClaim(new(name, value));
        }

        Assert.Equal(Refusal.Unauthorized, await AdmitAsync(claims, Key, "key0000001"));
    }

    [Fact]
    public async Task NobodyVerified_IsUnauthorized() =>
        Assert.Equal(Refusal.Unauthorized, await AdmitAsync(new(Claims().Claims), Key, "key0000001"));

    [Fact]
    public async Task FunctionWithoutAuthorizer_AnswersUnauthorizedOnEveryVerb()
    {
        await using var gateway = await Gateway.StartAsync(FunctionRole.Models);

        foreach (var method in new[] { "GET", "POST", "PUT", "DELETE" })
        {
            using var reply = await gateway.SendAsync(new(method), "/bedrock", "garbage", Key);
            await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
        }
    }

    private static ClaimsIdentity Claims(string? apiKey = Key)
    {
        var claims = new ClaimsIdentity(
            [new("sub", Subject), new("token_use", "id"), new("aud", UserPool.ClientId)], "AuthorizerIdentity");
        if (apiKey is not null)
        {
            claims.AddClaim(new("custom:api_key", apiKey));
        }

        return claims;
    }

    private Task<Amazon.APIGateway.Model.CreateApiKeyResponse> CreateAsync(string name) =>
        _keys.CreateApiKeyAsync(new() { Name = name, Enabled = true }, TestContext.Current.CancellationToken);

    private Task<Refusal?> AdmitAsync(ClaimsIdentity claims, string? key, string? keyId)
    {
        var http = new DefaultHttpContext { User = new(claims) };
        http.Items[AbstractAspNetCoreFunction.LAMBDA_REQUEST_OBJECT] = new APIGatewayProxyRequest
        {
            RequestContext = new() { Identity = new() { ApiKey = key, ApiKeyId = keyId } },
        };
        return _gate.AdmitAsync(http, TestContext.Current.CancellationToken);
    }
}
