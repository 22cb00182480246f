using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;
using BedrockGateway.LocalAws.Pages.Functions;

namespace BedrockGateway.LocalAws.Tests.Pages;

public sealed class JournalTests
{
    [Fact]
    public void Journal_RemembersTheLastFiftyOfEachFunction()
    {
        var journal = new InvocationJournal(TimeProvider.System);
        var first = journal.Begin(NewInvocation("f", 1));
        var other = journal.Begin(NewInvocation("g", 1));

        for (var i = 0; i < InvocationJournal.MaxEntries; i++)
        {
            journal.Begin(NewInvocation("f", 1));
        }

        Assert.Equal(50, journal.Of("f").Count);
        Assert.Null(journal.Find(first.Invocation.RequestId));
        Assert.Same(other, journal.Find(other.Invocation.RequestId));
        Assert.Empty(journal.Of("h"));
    }

    [Fact]
    public void LargePayloads_PushOutOlderOnes()
    {
        const int SixMebibytes = 6 * 1024 * 1024;
        var journal = new InvocationJournal(TimeProvider.System);
        journal.Begin(NewInvocation("f", SixMebibytes));
        var second = journal.Begin(NewInvocation("f", SixMebibytes));

        journal.End(
            second.Invocation, new(default, new InvocationOutcome(new byte[SixMebibytes]), TimeSpan.Zero, null, string.Empty));

        Assert.Equal([second], journal.Of("f"));
    }

    [Fact]
    public void LogOfAFunction_IsItsLast500Lines()
    {
        var log = new FunctionLogStore(TimeProvider.System);
        for (var i = 1; i <= 501; i++)
        {
            log.Write("f", $"line {i}");
        }

        log.Write("g", new string('x', 10_000));

        Assert.Equal(500, log.Of("f").Count);
        Assert.Equal("line 2", log.Of("f")[0].Text);
        Assert.Equal($"{new string('x', 8192)}…", Assert.Single(log.Of("g")).Text);
    }

    [Theory]
    [InlineData("""{"triggerSource":"PreSignUp_SignUp"}""", "PreSignUp_SignUp")]
    [InlineData("""{"httpMethod":"GET","path":"/bedrock"}""", "GET /bedrock")]
    [InlineData("[1]", "Event")]
    [InlineData("no json", "Event")]
    public void Event_IsNamedByWhatItIsAbout(string payload, string expected) =>
        Assert.Equal(expected, EventTitle.Of(System.Text.Encoding.UTF8.GetBytes(payload)));

    [Theory]
    [InlineData("\"hello\"", "\"hello\"", false)]
    [InlineData("password=x", "••••••", false)]
    [InlineData("LARGE", null, true)]
    public void Payload_IsShownAsFarAsItCanBe(string payload, string? expected, bool isCut)
    {
        var text = payload == "LARGE" ? $"\"{new string('x', 300_000)}\"" : payload;

        var view = PayloadView.Of(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal(new(expected ?? text[..262_144], null, text.Length, isCut), view);
    }

    private static Invocation NewInvocation(string function, int bytes) => new(
        new("arn", "$LATEST", new FunctionSettings(function, TimeSpan.FromSeconds(3), 128)),
        new byte[bytes],
        "Root=1",
        clientContext: null);
}
