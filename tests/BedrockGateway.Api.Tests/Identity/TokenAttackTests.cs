using BedrockGateway.Api.Tests.Fakes;
using BedrockGateway.TestGateway.Attacks;

namespace BedrockGateway.Api.Tests.Identity;

/// <summary>The attacks that the gateway refuses, where there is no gateway: on Kestrel.</summary>
public sealed class TokenAttackTests : IAsyncLifetime
{
    private Gateway _gateway = null!;
    private GenuineToken _genuine = null!;
    private string _key = "";

    public static TheoryData<string> Attacks() => TokenAttacks.Names();

    public async ValueTask InitializeAsync()
    {
        _gateway = await Gateway.StartAsync();
        (var token, _key) = await _gateway.EnterAsync();
        var access = _gateway.Pool.AccessToken(_gateway.Cognito.Users.Single().Subject, _gateway.Clock);
        _genuine = new(token, access, _gateway.Pool.Key.Rsa.ExportParameters(includePrivateParameters: false));
    }

    public ValueTask DisposeAsync() => _gateway.DisposeAsync();

    [Fact]
    public async Task GenuineToken_GetsIn() => Assert.Equal(200, (await SendAsync([_genuine.IdToken])).Status);

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Attack_IsRefused(string name)
    {
        var attack = TokenAttacks.Named(name);

        var (status, text) = await SendAsync(attack.Authorizations(_genuine));

        if (attack.IsMalformed)
        {
            Assert.InRange(status, 400, 499);
        }
        else
        {
            Assert.Equal(401, status);
            Assert.Contains("\"message\":\"Unauthorized\"", text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("foundationModels", text, StringComparison.Ordinal);
    }

    private Task<(int Status, string Text)> SendAsync(string[] authorizations) => RawRequest.GetAsync(
        new(_gateway.Client.BaseAddress!, "/bedrock"),
        [.. authorizations.Select(value => ("Authorization", value)), ("x-api-key", _key)],
        TestContext.Current.CancellationToken);
}
