using BedrockGateway.Api.Tests.Fakes;
using Microsoft.IdentityModel.Tokens;

namespace BedrockGateway.Api.Tests.Identity;

/// <summary>Access tokens in bodies, which Cognito is not asked about unless they are the user's.</summary>
public sealed class AccessTokenTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private string _token = "";
    private string _subject = "";

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (_token, _) = await _gateway.EnterAsync();
        _subject = _gateway.Cognito.Users.Single().Subject;
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Theory]
    [InlineData("iss", "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_OtherPool")]
    [InlineData("client_id", "other-client")]
    [InlineData("token_use", "id")]
    [InlineData("exp", "tomorrow")]
    [InlineData("iss", null)]
    [InlineData("client_id", null)]
    [InlineData("token_use", null)]
    [InlineData("exp", null)]
    public Task WrongClaim_IsInvalid(string name, string? value)
    {
        var claims = UserPool.AccessClaims(_subject, _gateway.Clock);
        claims.Remove(name);
        if (value is not null)
        {
            claims[name] = value;
        }

        return AssertRefusedAsync(_gateway.Pool.Sign(claims), 400, "Invalid Access Token");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6ImtleS0xIn0..")]
    public Task NoToken_IsInvalid(string token) => AssertRefusedAsync(token, 400, "Invalid Access Token");

    [Fact]
    public Task IdToken_IsInvalid() => AssertRefusedAsync(_token, 400, "Invalid Access Token");

    [Fact]
    public Task OversizedToken_IsInvalid() =>
        AssertRefusedAsync($"eyJ{new string('a', 20_000)}.b.c", 400, "Invalid Access Token");

    [Fact]
    public Task StrangersKeyUnderOurKid_IsInvalid() => AssertRefusedAsync(
        _gateway.Pool.Sign(UserPool.AccessClaims(_subject, _gateway.Clock), UserPool.NewKey("key-1")),
        400,
        "Invalid Access Token");

    [Fact]
    public Task PublicKeyAsSecret_IsInvalid()
    {
        var key = new SymmetricSecurityKey(_gateway.Pool.Key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = "key-1" };

        return AssertRefusedAsync(
            _gateway.Pool.Sign(UserPool.AccessClaims(_subject, _gateway.Clock), key, "HS256"),
            400,
            "Invalid Access Token");
    }

    [Fact]
    public Task AnothersToken_IsForbidden() => AssertRefusedAsync(
        _gateway.Pool.AccessToken(Guid.NewGuid().ToString(), _gateway.Clock),
        403,
        "The access token belongs to another user than the ID token.");

    [Fact]
    public async Task ExpiredToken_IsTold()
    {
        var access = _gateway.Pool.AccessToken(_subject, _gateway.Clock);
        _gateway.Clock.Advance(TimeSpan.FromHours(1));
        _token = _gateway.Pool.IdToken(_subject, apiKey: null, _gateway.Clock);

        await AssertRefusedAsync(access, 400, "Access Token has expired");
    }

    private async Task AssertRefusedAsync(string access, int status, string message)
    {
        using var change = await _gateway.PostAsync(
            "/password/change",
            $$"""{"accessToken":"{{access}}","oldPassword":"Passw0rd!","newPassword":"N3w-passw0rd"}""",
            _token);
        using var logout = await _gateway.PostAsync(
            "/logout", $$"""{"everywhere":true,"accessToken":"{{access}}"}""", _token);

        await change.FailsAsync(status, message);
        await logout.FailsAsync(status, message);
        Assert.DoesNotContain("ChangePassword", _gateway.Faults.Calls);
        Assert.DoesNotContain("GlobalSignOut", _gateway.Faults.Calls);
    }
}
