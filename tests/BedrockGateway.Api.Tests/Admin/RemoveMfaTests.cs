using BedrockGateway.Api.Tests.Fakes;

namespace BedrockGateway.Api.Tests.Admin;

/// <summary>DELETE /admin/users/{sub}/mfa.</summary>
public sealed class RemoveMfaTests : IAsyncLifetime
{
    private AdminFixture _fixture = null!;

    public async ValueTask InitializeAsync()
    {
        _fixture = await AdminFixture.StartAsync();
        (_fixture.User.AppCode, _fixture.Admin.AppCode) = ("111111", "222222");
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task LostApp_IsNotAskedForAnyMore()
    {
        using var reply = await _fixture.SendAsync("DELETE", $"{_fixture.UserPath}/mfa");

        await reply.SucceedsAsync("The authenticator app is off.");
        Assert.Null(_fixture.User.AppCode);
        Assert.Contains(
            $"\"Action\":\"remove-mfa\",\"Target\":\"{_fixture.User.Subject}\",\"Outcome\":\"done\"",
            _fixture.Gateway.Log, StringComparison.Ordinal);
    }

    // Whoever finds an administrator's token does not know the password.
    [Fact]
    public async Task OwnApp_StaysOn()
    {
        using var reply = await _fixture.SendAsync("DELETE", $"/admin/users/{_fixture.Admin.Subject}/mfa");

        await reply.FailsAsync(409, "Administrators cannot do this to their own account.");
        Assert.Equal("222222", _fixture.Admin.AppCode);
    }

    [Fact]
    public async Task UnknownUser_IsNotThere()
    {
        using var reply = await _fixture.SendAsync("DELETE", $"/admin/users/{Guid.NewGuid()}/mfa");

        await reply.FailsAsync(404, "User does not exist.");
    }

    [Fact]
    public async Task FailedCall_MayBeRepeated()
    {
        _fixture.Gateway.Faults.After("AdminSetUserMFAPreference", () => new HttpRequestException("secret-host:443"));

        using var failed = await _fixture.SendAsync("DELETE", $"{_fixture.UserPath}/mfa");
        using var repeated = await _fixture.SendAsync("DELETE", $"{_fixture.UserPath}/mfa");

        await failed.FailsAsync(502, "AWS could not be reached.");
        await repeated.SucceedsAsync("The authenticator app is off.");
    }
}
