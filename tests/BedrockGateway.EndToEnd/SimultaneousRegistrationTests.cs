using System.Net;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Two who register one address at the same moment.</summary>
public sealed class SimultaneousRegistrationTests(TestedGateway gateway)
{
    [Fact]
    public async Task OneAddressTwice_OneWinsWithOneKey()
    {
        var email = gateway.People.NewAddress();

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => gateway.Client.RegisterAsync(email, "Passw0rd!")));

        Assert.Single(replies, reply => reply.Status == HttpStatusCode.OK);
        Assert.Single(replies, reply => reply.Whole == GatewayReply.Failure(400, "User already exists"));
        var token = TestContext.Current.CancellationToken;
        var subject = await gateway.Admin.FindSubjectAsync(email, token);
        Assert.NotNull(subject);
        Assert.Single(await gateway.Admin.KeysOfAsync([subject], token));
    }
}
