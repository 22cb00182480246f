using BedrockGateway.Api.Tests.Fakes;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Tests.Identity;

/// <summary>Tokens on Kestrel, where this process is the only check; the key is right every time.</summary>
public sealed class IdTokenTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _key = "";
    private string _subject = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _key) = await _gateway.EnterAsync();
        _subject = _gateway.Cognito.Users.Single().Subject;
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("{0}")]
    [InlineData("Bearer {0}")]
    [InlineData("bearer {0}")]
    public async Task GenuineToken_GetsIn(string form)
    {
        using var reply = await SendAsync(form.Replace("{0}", _token, StringComparison.Ordinal));

        Assert.Equal(200, (int)reply.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer ")]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIn0..")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIn0.bm8.bm8")]
    public Task NoToken_IsUnauthorized(string? authorization) => AssertUnauthorizedAsync(authorization);

    [Fact]
    public Task AlgorithmNone_IsUnauthorized()
    {
        var header = Base64UrlEncoder.Encode("""{"alg":"none","kid":"key-1"}""");

        return AssertUnauthorizedAsync($"{header}.{_token.Split('.')[1]}.");
    }

    [Fact]
    public Task SignatureByThePublicKeyAsSecret_IsUnauthorized()
    {
        var secret = _gateway.Pool.Key.Rsa.ExportSubjectPublicKeyInfo();
        var key = new SymmetricSecurityKey(secret) { KeyId = "key-1" };

        return AssertUnauthorizedAsync(_gateway.Pool.Sign(Claims(), key, "HS256"));
    }

    [Fact]
    public Task OtherRsaAlgorithm_IsUnauthorized() =>
        AssertUnauthorizedAsync(_gateway.Pool.Sign(Claims(), algorithm: "PS256"));

    [Fact]
    public Task StrangersKeyUnderOurKid_IsUnauthorized() =>
        AssertUnauthorizedAsync(_gateway.Pool.Sign(Claims(), UserPool.NewKey("key-1")));

    [Fact]
    public Task EditedClaims_AreUnauthorized()
    {
        var parts = _token.Split('.');
        var payload = Base64UrlEncoder.Decode(parts[1]);
        var edited = payload.Replace(_subject, Guid.NewGuid().ToString(), StringComparison.Ordinal);

        return AssertUnauthorizedAsync($"{parts[0]}.{Base64UrlEncoder.Encode(edited)}.{parts[2]}");
    }

    [Theory]
    [InlineData("iss", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_OtherPool")]
    [InlineData("aud", "other-client")]
    [InlineData("token_use", "access")]
    [InlineData("sub", "")]
    [InlineData("exp", "tomorrow")]
    public Task WrongClaim_IsUnauthorized(string name, string value)
    {
        var claims = Claims();
        claims[name] = value;

        return AssertUnauthorizedAsync(_gateway.Pool.Sign(claims));
    }

    [Theory]
    [InlineData("nbf")]
    [InlineData("iat")]
    public async Task TokenOfTheFuture_IsUnauthorizedUntilThen(string name)
    {
        var claims = Claims();
        claims[name] = _gateway.Clock.GetUtcNow().ToUnixTimeSeconds() + 600;
        var token = _gateway.Pool.Sign(claims);

        await AssertUnauthorizedAsync(token);
        _gateway.Clock.Advance(TimeSpan.FromMinutes(10));
        using var reply = await SendAsync(token);

        Assert.Equal(200, (int)reply.StatusCode);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("token_use")]
    [InlineData("sub")]
    [InlineData("exp")]
    public Task MissingClaim_IsUnauthorized(string name)
    {
        var claims = Claims();
        claims.Remove(name);

        return AssertUnauthorizedAsync(_gateway.Pool.Sign(claims));
    }

    [Fact]
    public async Task TwoAuthorizationHeaders_AreUnauthorized()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/bedrock");
        request.Headers.TryAddWithoutValidation("Authorization", [_token, _token]);
        request.Headers.Add("x-api-key", _key);

        using var reply = await _gateway.Client.SendAsync(request, TestContext.Current.CancellationToken);

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }

    [Fact]
    public async Task ExpiredToken_IsTold()
    {
        _gateway.Clock.Advance(TimeSpan.FromSeconds(3599));
        using var lastSecond = await SendAsync(_token);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(1));

        using var reply = await SendAsync(_token);

        Assert.Equal(200, (int)lastSecond.StatusCode);
        await reply.IsRefusedAsync(401, "authentication_error", "The incoming token has expired");
    }

    [Fact]
    public async Task ExpiredForgery_IsOnlyUnauthorized()
    {
        var forged = _gateway.Pool.Sign(Claims(), UserPool.NewKey("key-1"));
        _gateway.Clock.Advance(TimeSpan.FromHours(2));

        await AssertUnauthorizedAsync(forged);
    }

    [Fact]
    public async Task UnknownKids_CostOneFetchInTenSeconds()
    {
        using var first = await SendAsync(_token);
        Assert.Equal(1, _gateway.Pool.Fetches);
        _gateway.Clock.Advance(TimeSpan.FromSeconds(11));

        for (var attempt = 0; attempt < 5; attempt++)
        {
            var header = Base64UrlEncoder.Encode($$"""{"alg":"RS256","kid":"made-up-{{attempt}}"}""");
            await AssertUnauthorizedAsync($"{header}{_token[_token.IndexOf('.', StringComparison.Ordinal)..]}");
        }

        Assert.Equal(2, _gateway.Pool.Fetches);
    }

    [Fact]
    public async Task RotatedKey_IsFetched()
    {
        using var before = await SendAsync(_token);
        _gateway.Pool.Rotate();
        _gateway.Clock.Advance(TimeSpan.FromSeconds(11));

        using var after = await SendAsync(_gateway.Pool.IdToken(_subject, _key, _gateway.Clock));

        Assert.Equal((200, 200), ((int)before.StatusCode, (int)after.StatusCode));
    }

    [Fact]
    public async Task KeySetOutOfReach_AnswersUnavailableUntilItIsBack()
    {
        _gateway.Pool.Broken = true;
        using var broken = await SendAsync(_token);
        _gateway.Pool.Broken = false;
        using var back = await SendAsync(_token);
        _gateway.Pool.Broken = true;
        _gateway.Clock.Advance(TimeSpan.FromMinutes(59));
        using var remembered = await SendAsync(_token);

        await broken.IsRefusedAsync(503, "api_error", "The user pool's signing keys cannot be read.");
        Assert.Equal((200, 200), ((int)back.StatusCode, (int)remembered.StatusCode));
    }

    private Dictionary<string, object> Claims() => UserPool.Claims(_subject, _key, _gateway.Clock);

    private Task<HttpResponseMessage> SendAsync(string? authorization) =>
        _gateway.SendAsync(HttpMethod.Get, "/bedrock", authorization, _key);

    private async Task AssertUnauthorizedAsync(string? authorization)
    {
        using var reply = await SendAsync(authorization);

        await reply.IsRefusedAsync(401, "authentication_error", "Unauthorized");
    }
}
