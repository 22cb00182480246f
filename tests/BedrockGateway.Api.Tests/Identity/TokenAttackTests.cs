using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Attacks;

namespace BedrockGateway.Api.Tests.Identity;

/// <summary>The attacks that the gateway refuses, where there is no gateway: on Kestrel.</summary>
public sealed class TokenAttackTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private AttackedGateway _attacked = null!;

    public static TheoryData<string> Attacks() => TokenAttacks.Names();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        var (token, key) = await _gateway.EnterAsync();
        var access = _gateway.Pool.AccessToken(_gateway.Cognito.Users.Single().Subject, _gateway.Clock);
        var publicKey = _gateway.Pool.Key.Rsa.ExportParameters(includePrivateParameters: false);
        _attacked = new(_gateway.Client.BaseAddress!, key, new(token, access, publicKey));
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public Task GenuineToken_GetsIn() => _attacked.AdmitsTheGenuineAsync();

    [Theory]
    [MemberData(nameof(Attacks))]
    public Task Attack_IsRefused(string name) => _attacked.RefusesAsync(name);
}
