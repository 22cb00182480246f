using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Attacks;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Tokens that are forged, edited, smuggled or of another kind, at the gateway itself.</summary>
public sealed class TokenAttackTests(TestedGateway gateway)
{
    public static TheoryData<string> Attacks() => TokenAttacks.Names();

    [Fact]
    public async Task GenuineToken_GetsIn() => await Attacked(await SomebodyAsync()).AdmitsTheGenuineAsync();

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Attack_IsRefused(string name) => await Attacked(await SomebodyAsync()).RefusesAsync(name);

    private async Task<(Member Member, GenuineToken Genuine)> SomebodyAsync()
    {
        var member = await gateway.People.SomebodyAsync();
        return (member, await GenuineToken.FetchAsync(member.IdToken, member.AccessToken, gateway.WhereIs));
    }

    private AttackedGateway Attacked((Member Member, GenuineToken Genuine) somebody) =>
        new(gateway.Client.Address, somebody.Member.Key, somebody.Genuine);
}
