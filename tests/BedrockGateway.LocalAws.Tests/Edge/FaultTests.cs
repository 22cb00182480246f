using System.Net;
using System.Net.Http.Json;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;
using BedrockGateway.LocalAws.Edge;

namespace BedrockGateway.LocalAws.Tests.Edge;

/// <summary>Connections that are lost before or after an operation, and calls that pass first.</summary>
public sealed class FaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("call", false)]
    [InlineData("reply", true)]
    public async Task DroppedConnection_CarriesOutTheOperationWhereOnlyTheReplyIsLost(string drop, bool isCarriedOut)
    {
        await using var aws = await StartAsync(
            $$"""[{"service":"ssm","operation":"PutParameter","drop":"{{drop}}"}]""");
        using var ssm = ClientOf(aws);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };

        await Assert.ThrowsAnyAsync<Exception>(() => PutAsync(ssm, "/a"));

        Assert.Equal(isCarriedOut ? ["/a"] : [], await NamesAsync(ssm));
        using var cleared = await http.DeleteAsync(new Uri("_local/faults", UriKind.Relative), Token);
        await PutAsync(ssm, "/b");
        Assert.Equal(isCarriedOut ? ["/a", "/b"] : ["/b"], await NamesAsync(ssm));
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task DroppedConnection_AnswersNothing(string version)
    {
        await using var aws = await StartAsync("""[{"service":"ssm","operation":"*","drop":"reply"}]""");
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, aws.Endpoint)
        {
            Version = Version.Parse(version),
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new StringContent("""{"Names":["/a"]}"""),
        };
        request.Headers.Add("X-Amz-Target", "AmazonSSM.GetParameters");

        await Assert.ThrowsAsync<HttpRequestException>(() => http.SendAsync(request, Token));
    }

    [Fact]
    public async Task DroppedReplyOfARefusal_IsDroppedAsWell()
    {
        await using var aws = await StartAsync("""[{"service":"ssm","operation":"GetParameter","drop":"reply"}]""");
        using var ssm = ClientOf(aws);

        var fault = await Assert.ThrowsAnyAsync<Exception>(() =>
            ssm.GetParameterAsync(new GetParameterRequest { Name = "/absent" }, Token));

        Assert.IsNotType<ParameterNotFoundException>(fault);
    }

    [Fact]
    public async Task RuleWithAfter_FailsTheCallThatItNames()
    {
        await using var aws = await StartAsync(
            """[{"service":"ssm","operation":"PutParameter","code":"InternalServerError","after":2,"times":1}]""");
        using var ssm = ClientOf(aws);

        await PutAsync(ssm, "/a");
        await PutAsync(ssm, "/b");
        await Assert.ThrowsAsync<InternalServerErrorException>(() => PutAsync(ssm, "/c"));
        await PutAsync(ssm, "/d");

        Assert.Equal(["/a", "/b", "/d"], await NamesAsync(ssm));
    }

    [Fact]
    public async Task CallsThatPassOneRule_MeetTheNext()
    {
        await using var aws = await StartAsync(
            """
            [{"service":"ssm","operation":"*","code":"First","after":1},
             {"service":"ssm","operation":"PutParameter","code":"Second","after":0}]
            """);
        using var ssm = ClientOf(aws);

        var second = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => PutAsync(ssm, "/a"));
        var first = await Assert.ThrowsAsync<AmazonSimpleSystemsManagementException>(() => PutAsync(ssm, "/a"));

        Assert.Equal(("Second", "First"), (second.ErrorCode, first.ErrorCode));
    }

    [Theory]
    [InlineData("nothing", "The faults are no JSON list of rules: 'nothing' is")]
    [InlineData("null", "The faults are no JSON list of rules: The list is null.")]
    [InlineData("[null]", "The faults are no JSON list of rules: A rule is null.")]
    [InlineData(
        """[{"service":"ssm"}]""",
        "The faults are no JSON list of rules: JSON deserialization for type "
        + "'BedrockGateway.LocalAws.Edge.FaultRule' was missing")]
    [InlineData(
        """[{"service":"ssm","operation":"*","tmies":1}]""",
        "The faults are no JSON list of rules: The JSON property 'tmies' could not be mapped")]
    [InlineData(
        """[{"service":"smm","operation":"*"}]""",
        "The fault of smm:* cannot be injected: there is no such service.")]
    [InlineData(
        """[{"service":"ssm","operation":"PutParam"}]""",
        "The fault of ssm:PutParam cannot be injected: the service has no such operation.")]
    [InlineData(
        """[{"service":"ssm","operation":"*","code":"X","status":200}]""",
        "The fault of ssm:* cannot be injected: status 200 is not 400 to 599.")]
    [InlineData(
        """[{"service":"ssm","operation":"*","code":"X","drop":"call"}]""",
        "The fault of ssm:* cannot be injected: drop leaves nothing to be said by code or then.")]
    [InlineData(
        """[{"service":"ssm","operation":"*","times":0}]""",
        "The fault of ssm:* cannot be injected: times 0 is below 1.")]
    [InlineData(
        """[{"service":"ssm","operation":"*","after":-1}]""",
        "The fault of ssm:* cannot be injected: it starts after less than 0.")]
    [InlineData(
        """[{"service":"ssm","operation":"*","latencyMs":-1}]""",
        "The fault of ssm:* cannot be injected: a delay is below 0.")]
    [InlineData(
        """[{"service":"ssm","operation":"*","then":"cut"}]""",
        "The fault of ssm:* cannot be injected: then needs afterEvents.")]
    public async Task FaultsThatCannotApply_StopTheStart(string faults, string problem)
    {
        var fault = await Assert.ThrowsAsync<FormatException>(() => StartAsync(faults));

        Assert.StartsWith(problem, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FaultThatCannotApply_IsRefusedAtRunTimeAsWell()
    {
        await using var aws = await LocalAws.StartAsync(cancellationToken: Token);
        using var http = new HttpClient { BaseAddress = aws.Endpoint };

        using var reply = await http.PostAsJsonAsync("_local/faults", new FaultRule("ssm", "Put"), Token);

        Assert.Equal(HttpStatusCode.BadRequest, reply.StatusCode);
        Assert.Equal(
            "The fault of ssm:Put cannot be injected: the service has no such operation.",
            await reply.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public void CommandLine_TakesTheList()
    {
        const string Faults = """[{"service":"ssm","operation":"*"}]""";

        Assert.True(LocalAwsCommandLine.TryParse(["--faults", Faults], out var options, out _));

        Assert.Equal(Faults, options.Faults);
    }

    private static Task<LocalAws> StartAsync(string faults) => LocalAws.StartAsync(new() { Faults = faults }, Token);

    private static AmazonSimpleSystemsManagementClient ClientOf(LocalAws aws) => new(
        LocalAwsFixture.Credentials,
        new AmazonSimpleSystemsManagementConfig
        {
            ServiceURL = aws.Endpoint.ToString(),
            AuthenticationRegion = "us-east-1",
            MaxErrorRetry = 0,
        });

    private static Task<PutParameterResponse> PutAsync(
        AmazonSimpleSystemsManagementClient ssm, string name) => ssm.PutParameterAsync(
        new PutParameterRequest { Name = name, Value = "value", Type = ParameterType.String }, Token);

    private static async Task<IEnumerable<string>> NamesAsync(AmazonSimpleSystemsManagementClient ssm)
    {
        var found = await ssm.GetParametersAsync(
            new GetParametersRequest { Names = ["/a", "/b", "/c", "/d"] }, Token);
        return (found.Parameters ?? []).Select(parameter => parameter.Name).Order(StringComparer.Ordinal);
    }
}
