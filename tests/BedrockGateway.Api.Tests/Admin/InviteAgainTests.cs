using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>POST /admin/users/{sub}/invite.</summary>
public sealed class InviteAgainTests : IAsyncLifetime
{
    private const string NotInvited = "The user is disabled or has a password already.";

    private AdminFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AdminFixture.StartAsync();
        _fixture.User.MustChangePassword = true;
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task UserWhoNeverLoggedIn_IsMailedAnotherPassword()
    {
        using var reply = await InviteAsync();

        await reply.SucceedsAsync("The user is invited again.");
        Assert.Equal("Mailed-1", _fixture.User.MailedCode);
        Assert.Contains(
            $"\"Action\":\"invite-again\",\"Target\":\"{_fixture.User.Subject}\",\"Outcome\":\"done\"",
            _fixture.Gateway.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UserWithAPassword_IsNotMailed()
    {
        _fixture.User.MustChangePassword = false;

        using var reply = await InviteAsync();

        await reply.FailsAsync(409, NotInvited);
        Assert.Null(_fixture.User.MailedCode);
    }

    [Fact]
    public async Task DisabledUser_IsNotMailed()
    {
        _fixture.User.Enabled = false;

        using var reply = await InviteAsync();

        await reply.FailsAsync(409, NotInvited);
        Assert.Null(_fixture.User.MailedCode);
    }

    [Fact]
    public async Task UnknownUser_IsNotThere()
    {
        using var reply = await _fixture.SendAsync("POST", $"/admin/users/{Guid.NewGuid()}/invite");

        await reply.FailsAsync(404, "User does not exist.");
    }

    private Task<HttpResponseMessage> InviteAsync() => _fixture.SendAsync("POST", $"{_fixture.UserPath}/invite");
}
