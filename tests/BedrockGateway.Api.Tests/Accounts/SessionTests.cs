using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Accounts;

/// <summary>The life of a session: POST /refresh and /logout.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private (string Id, string Access, string Refresh) _tokens;

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        await _gateway.EnterAsync();
        _tokens = await _gateway.LoginAsync();
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task Refresh_AnswersNewTokensInTheShapeOfALogin()
    {
        _gateway.Clock.Advance(TimeSpan.FromMinutes(59));

        using var reply = await RefreshAsync(_tokens.Refresh);

        var json = await reply.JsonAsync();
        var (id, access) = (json.GetProperty("IdToken").GetString(), json.GetProperty("AccessToken").GetString());
        Assert.NotEqual(_tokens.Id, id);
        Assert.NotEqual(_tokens.Access, access);
        var four = $"\"IdToken\":\"{id}\",\"AccessToken\":\"{access}\",\"ExpiresIn\":3600,\"TokenType\":\"Bearer\"";
        await reply.IsAsync(200, "{\"status\":200,\"success\":true," + four + ",\"message\":{" + four + "}}");
        using var account = await _gateway.SendAsync(HttpMethod.Get, "/account", id);
        Assert.Equal(200, (int)account.StatusCode);
    }

    [Fact]
    public async Task UnknownRefreshToken_AnswersCognitosText()
    {
        using var reply = await RefreshAsync("made-up");

        await reply.FailsAsync(400, "Invalid Refresh Token.");
    }

    [Fact]
    public async Task Logout_EndsThisSessionAndNoOther()
    {
        var other = await _gateway.LoginAsync();

        using var reply = await LogoutAsync($$"""{"refreshToken":"{{_tokens.Refresh}}"}""");

        await reply.SucceedsAsync("Logged out.");
        using var ended = await RefreshAsync(_tokens.Refresh);
        await ended.FailsAsync(400, "Refresh Token has been revoked");
        using var alive = await RefreshAsync(other.Refresh);
        Assert.Equal(200, (int)alive.StatusCode);
    }

    [Fact]
    public async Task LogoutEverywhere_EndsEverySessionOfTheUser()
    {
        var other = await _gateway.LoginAsync();

        using var reply = await LogoutAsync($$"""{"everywhere":true,"accessToken":"{{_tokens.Access}}"}""");

        await reply.SucceedsAsync("Logged out everywhere.");
        foreach (var token in new[] { _tokens.Refresh, other.Refresh })
        {
            using var ended = await RefreshAsync(token);
            await ended.FailsAsync(400, "Refresh Token has been revoked");
        }

        using var again = await LogoutAsync($$"""{"everywhere":true,"accessToken":"{{_tokens.Access}}"}""");
        await again.FailsAsync(400, "Access Token has been revoked");
    }

    [Fact]
    public async Task AnotherClientsToken_IsTheClientsFault()
    {
        using var reply = await LogoutAsync($$"""{"refreshToken":"{{FakeCognito.OtherClientsToken}}"}""");

        await reply.FailsAsync(400, "The token was issued to another client.");
    }

    [Fact]
    public async Task TokenOfTheWrongKind_AnswersCognitosText()
    {
        using var reply = await LogoutAsync($$"""{"refreshToken":"{{_tokens.Access}}"}""");

        await reply.FailsAsync(400, "Unsupported token type.");
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"everywhere":true}""")]
    [InlineData("""{"everywhere":true,"refreshToken":"some-token"}""")]
    [InlineData("""{"everywhere":false,"accessToken":"some-token"}""")]
    [InlineData("""{"everywhere":"true","refreshToken":"some-token"}""")]
    [InlineData("""{"everywhere":1,"refreshToken":"some-token"}""")]
    [InlineData("""{"refreshToken":7}""")]
    [InlineData("""{"refreshToken":null}""")]
    public async Task NothingToEnd_AnswersMissingParameters(string body)
    {
        using var reply = await LogoutAsync(body);

        await reply.FailsAsync(422, "Missing required parameters.");
        Assert.DoesNotContain("RevokeToken", _gateway.Faults.Calls);
        Assert.DoesNotContain("GlobalSignOut", _gateway.Faults.Calls);
    }

    private Task<HttpResponseMessage> RefreshAsync(string token) =>
        _gateway.PostAsync("/refresh", $$"""{"refreshToken":"{{token}}"}""");

    private Task<HttpResponseMessage> LogoutAsync(string body) => _gateway.PostAsync("/logout", body, _tokens.Id);
}
