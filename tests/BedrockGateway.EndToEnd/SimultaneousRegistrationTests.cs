using System.Net;
using BedrockGateway.EndToEnd.Running;
using BedrockGateway.TestGateway.Clients;

namespace BedrockGateway.EndToEnd;

/// <summary>Many who register at the same moment, some of them with one address.</summary>
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

    [Fact]
    public async Task FiftyOfWhomFiveShareAnAddress_HaveOneKeyEachAndAreToldTheTruth()
    {
        const int Others = 45;
        const int Sharers = 5;
        var shared = gateway.People.NewAddress();
        string[] alone = [.. Enumerable.Range(0, Others).Select(_ => gateway.People.NewAddress())];
        string[] addresses = [.. alone, .. Enumerable.Repeat(shared, Sharers)];

        // The client waits where it is told to, as the gateway lets in only so many at once.
        var replies = await Task.WhenAll(
            addresses.Select(address => gateway.Client.RegisterAsync(address, "Passw0rd!")));

        Assert.All(replies.Take(Others), reply => Assert.Equal(HttpStatusCode.OK, reply.Status));
        Assert.Single(replies.Skip(Others), reply => reply.Status == HttpStatusCode.OK);
        Assert.Equal(
            Sharers - 1,
            replies.Skip(Others).Count(reply => reply.Whole == GatewayReply.Failure(400, "User already exists")));
        var subjects = await SubjectsAsync([.. alone, shared]);
        Assert.Equal(Others + 1, subjects.Distinct(StringComparer.Ordinal).Count());
        var keys = await gateway.Admin.KeysOfAsync(subjects, TestContext.Current.CancellationToken);
        Assert.Equal(
            subjects.Order(StringComparer.Ordinal),
            keys.Select(key => key.Tags["sub"]).Order(StringComparer.Ordinal));
    }

    private async Task<List<string>> SubjectsAsync(string[] addresses)
    {
        var subjects = new List<string>();
        foreach (var address in addresses)
        {
            var subject = await gateway.Admin.FindSubjectAsync(address, TestContext.Current.CancellationToken);
            Assert.NotNull(subject);
            subjects.Add(subject);
        }

        return subjects;
    }
}
