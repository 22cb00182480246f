using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>What a token and a key are still good for once user or key are gone.</summary>
public sealed class RemainingLifeTests(TestedGateway gateway)
{
    private static readonly (int Status, string Body) Forbidden =
        GatewayReply.Rejection(403, "permission_error", "Forbidden");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task KeyThatIsDeleted_IsForbiddenAtOnceWhateverTheToken()
    {
        Assert.SkipUnless(gateway.IsLocal, "API Gateway takes a while to forget a key.");
        var member = await gateway.People.EnrolAsync();
        Assert.Equal(200, (int)(await gateway.Client.GetAsync("bedrock", member.IdToken, member.Key)).Status);

        await DeleteKeysAsync(member);

        Assert.Equal(Forbidden, (await gateway.Client.GetAsync("bedrock", member.IdToken, member.Key)).Whole);
    }

    [Fact]
    public async Task UserWhoIsDeleted_IsLetInByTheIdTokenUntilTheKeyGoes()
    {
        Assert.SkipUnless(gateway.IsLocal, "API Gateway takes a while to forget a key.");
        var member = await gateway.People.EnrolAsync();
        var subject = await gateway.Admin.FindSubjectAsync(member.Email, Token);
        await gateway.Admin.DeleteUserAsync(member.Email, Token);

        var before = await gateway.Client.GetAsync("bedrock", member.IdToken, member.Key);
        foreach (var key in await gateway.Admin.KeysOfAsync([subject!], Token))
        {
            await gateway.Admin.DeleteKeyAsync(key, Token);
        }

        Assert.Equal(200, (int)before.Status);
        Assert.Equal(Forbidden, (await gateway.Client.GetAsync("bedrock", member.IdToken, member.Key)).Whole);
        Assert.Equal(
            GatewayReply.Failure(400, "User does not exist."),
            (await gateway.Client.LoginAsync(member.Email, member.Password)).Whole);
    }

    private async Task DeleteKeysAsync(Member member)
    {
        var subject = await gateway.Admin.FindSubjectAsync(member.Email, Token);
        foreach (var key in await gateway.Admin.KeysOfAsync([subject!], Token))
        {
            await gateway.Admin.DeleteKeyAsync(key, Token);
        }
    }
}
