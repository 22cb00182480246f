using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>What the tests leave behind: nothing.</summary>
public sealed class CleanUpTests(TestedGateway gateway)
{
    [Fact]
    public async Task PeopleWhoLeave_LeaveNeitherUserNorKey()
    {
        var token = TestContext.Current.CancellationToken;
        var people = new People(gateway.Client, gateway.Admin, gateway.Domain, keyPatience: TimeSpan.Zero);
        var email = people.NewAddress();
        string? subject;
        await using (people)
        {
            // Nobody has it; its removal must not stop that of the others.
            people.NewAddress();
            await gateway.Client.RegisterAsync(email, "Passw0rd!");
            subject = await gateway.Admin.FindSubjectAsync(email, token);
            Assert.NotNull(subject);
            Assert.Single(await gateway.Admin.KeysOfAsync([subject], token));
        }

        Assert.Null(await gateway.Admin.FindSubjectAsync(email, token));
        Assert.Empty(await gateway.Admin.KeysOfAsync([subject], token));
        Assert.Equal(
            GatewayReply.Failure(400, "User does not exist."),
            (await gateway.Client.LoginAsync(email, "Passw0rd!")).Whole);
    }
}
