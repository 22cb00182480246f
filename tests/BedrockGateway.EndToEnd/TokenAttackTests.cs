using System.Buffers.Text;
using System.Text.Json.Nodes;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Attacks;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Tokens that are forged, edited, smuggled or of another kind, at the gateway itself.</summary>
public sealed class TokenAttackTests(TestedGateway gateway)
{
    public static TheoryData<string> Attacks() => TokenAttacks.Names();

    [Fact]
    public async Task GenuineToken_GetsIn()
    {
        var member = await gateway.People.SomebodyAsync();

        Assert.Equal(200, (await SendAsync(member, [member.IdToken])).Status);
    }

    [Theory]
    [MemberData(nameof(Attacks))]
    public async Task Attack_IsRefused(string name)
    {
        var attack = TokenAttacks.Named(name);
        var member = await gateway.People.SomebodyAsync();
        var genuine = await GenuineAsync(member);

        var (status, text) = await SendAsync(member, attack.Authorizations(genuine));

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

    private async Task<GenuineToken> GenuineAsync(Member member)
    {
        using var http = new HttpClient();
        var issuer = gateway.WhereIs(new((string)TokenText.Claims(member.IdToken)["iss"]!));
        var header = JsonNode.Parse(Base64Url.DecodeFromChars(member.IdToken.Split('.')[0]))!;
        var set = JsonNode.Parse(await http.GetStringAsync(
            new Uri($"{issuer}/.well-known/jwks.json"), TestContext.Current.CancellationToken))!;
        var key = set["keys"]!.AsArray().Single(key => (string)key!["kid"]! == (string)header["kid"]!)!;
        return new(
            member.IdToken,
            member.AccessToken,
            new()
            {
                Exponent = Base64Url.DecodeFromChars((string)key["e"]!),
                Modulus = Base64Url.DecodeFromChars((string)key["n"]!),
            });
    }

    // The stage's throttle comes before the authorizer.
    private async Task<(int Status, string Text)> SendAsync(Member member, string[] authorizations)
    {
        while (true)
        {
            var reply = await RawRequest.GetAsync(
                new(gateway.Client.Address, "bedrock"),
                [.. authorizations.Select(value => ("Authorization", value)), ("x-api-key", member.Key)],
                TestContext.Current.CancellationToken);
            if (reply.Status != 429)
            {
                return reply;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);
        }
    }
}
