using Amazon;
using Amazon.CloudFormation.Model;
using BedrockGateway.AppHost.Unenforced;
using BedrockGateway.Infra;
using Microsoft.Extensions.DependencyInjection;

namespace BedrockGateway.AppHost.Tests.Unenforced;

/// <summary>What a run says that it does not check, with an emulator of somebody else's behind it.</summary>
public sealed class UnenforcedReportTests : IAsyncLifetime
{
    private static readonly GatewaySettings Settings = new() { OrganizationDomain = "example.com" };

    private static readonly Output[] Outputs =
    [
        new() { OutputKey = "UserPoolId", OutputValue = "pool" },
        new() { OutputKey = "UserPoolClientId", OutputValue = "client" },
        new() { OutputKey = "UsagePlanId", OutputValue = "plan" },
    ];

    private FakeEmulator _emulator = null!;

    public async ValueTask InitializeAsync() => _emulator = await FakeEmulator.StartAsync();

    public ValueTask DisposeAsync() => _emulator.DisposeAsync();

    [Fact]
    public async Task EmulatorThatHasEverything_LeavesWhatIsSoByDesign()
    {
        var report = await ReportAsync();

        Assert.Equal("community 4.14.0", report.Emulator);
        Assert.Equal(KnownChecks.Of(Target(AwsKind.Endpoint), Settings), report.Checks);
        Assert.Equal(
            """


            Not enforced in this run (docs/emulators.md; the endpoint says that it is community 4.14.0):

              roles     The functions have your permissions: nothing that their roles forbid is refused.
              usage     Throttle and quota are counted here, anew in every run; GET /account/usage does not see it.
              schedule  Keys past their end go only if the endpoint runs the stack's rule and its function.
            """,
            report.Text);
    }

    [Theory]
    [InlineData(
        "GetUsage", 501, "NotImplemented", "usage figures",
        "The endpoint refuses GetUsage (NotImplemented): GET /account/usage fails.")]
    [InlineData(
        "GetUsagePlanKeys", 400, "UnknownOperation", "keys",
        "The endpoint does not list the keys of its usage plan (UnknownOperation): no key can be checked, and every "
        + "route that needs one fails.")]
    [InlineData(
        "GetApiKeys", 403, "AccessDeniedException", "keys",
        "The endpoint does not list the keys of its usage plan (AccessDeniedException): no key can be checked, and "
        + "every route that needs one fails.")]
    [InlineData(
        "Jwks", 404, "NotFound", "tokens",
        "The endpoint publishes no keys of its user pool (HttpRequestException): no token can be verified, and every "
        + "route that needs one fails.")]
    public async Task OperationThatIsRefused_IsNamedWithWhatFollows(
        string operation, int status, string code, string name, string text)
    {
        _emulator.Refused[operation] = (status, code);

        Assert.Equal([new(name, text, IsFound: true)], await FoundAsync());
    }

    [Fact]
    public async Task EmulatorWithAnIssuerOfItsOwn_IsNamedWithBoth()
    {
        _emulator.Issuer = "http://localhost:4566/pool";

        Assert.Equal(
            [
                new(
                    "tokens",
                    "The endpoint's tokens are of the issuer http://localhost:4566/pool, and the gateway takes those "
                    + "of https://cognito-idp.us-east-1.amazonaws.com/pool alone: every token is refused with "
                    + "Unauthorized.",
                    IsFound: true),
            ],
            await FoundAsync());
    }

    [Fact]
    public async Task EmulatorWithoutDiscovery_IsTakenToIssueAsCognitoDoes()
    {
        _emulator.Refused["Discovery"] = (404, "NotFound");

        Assert.Empty(await FoundAsync());
    }

    [Fact]
    public async Task EmulatorThatAsksNobody_LetsAnybodyRegisterAndKeepsNoProbe()
    {
        _emulator.AsksPreSignup = false;

        Assert.Equal(
            [
                new(
                    "pre-signup",
                    "The endpoint does not ask pre-signup: anybody may register, whatever ORGANIZATION_DOMAIN says.",
                    IsFound: true),
            ],
            await FoundAsync());
        Assert.Empty(_emulator.Users);
    }

    [Fact]
    public async Task EmulatorThatAnswersTooLate_IsNotTakenForOneThatAsks()
    {
        _emulator.SignUpTakes = TimeSpan.FromMinutes(1);
        var probe = new EndpointProbe(Target(AwsKind.Endpoint), Outputs, Settings, TimeSpan.FromMilliseconds(500));

        var check = Assert.Single(
            await probe.AskAsync(TestContext.Current.CancellationToken), check => check.Name == "pre-signup");

        Assert.StartsWith(
            "Whether the endpoint asks pre-signup could not be found out (", check.Text, StringComparison.Ordinal);
        Assert.True(check.IsFound);
    }

    [Fact]
    public async Task WithoutADomain_NobodyIsRegistered()
    {
        _emulator.AsksPreSignup = false;

        var report = await ReportAsync(Settings with { OrganizationDomain = null });

        Assert.DoesNotContain(report.Checks, check => check.Name == "pre-signup");
        Assert.Empty(_emulator.Users);
    }

    [Fact]
    public async Task EmulatorThatDoesNotSayWhatItIs_HasNoName()
    {
        _emulator.Refused["Health"] = (404, "NotFound");

        Assert.Null((await ReportAsync()).Emulator);
    }

    [Theory]
    [InlineData(AwsKind.Local, "web ACL")]
    [InlineData(AwsKind.Account, "web ACL,roles,usage,plans")]
    [InlineData(AwsKind.Endpoint, "web ACL,roles,usage,plans,schedule")]
    internal void Settings_DecideWhatIsKnownNotToBeChecked(AwsKind kind, string names) =>
        Assert.Equal(
            names,
            string.Join(
                ',',
                KnownChecks.Of(Target(kind), new() { EnableWaf = true, Plans = """{"gold":{"quota":5}}""" })
                    .Select(check => check.Name)));

    [Fact]
    public async Task LocalRun_SaysNothing()
    {
        var report = await UnenforcedReport.MakeAsync(
            Target(AwsKind.Local), Outputs, Settings, TestContext.Current.CancellationToken);

        Assert.Equal((null, ""), (report.Emulator, report.Text));
    }

    [Fact]
    public async Task Dashboard_NamesAllAndWarnsOfWhatTheEndpointLacks()
    {
        var builder = DistributedApplication.CreateBuilder(
            new DistributedApplicationOptions { DisableDashboard = true });
        var gateway = builder.AddResource(new GatewayResource(ResourceNames.Gateway));
        await using var app = builder.Build();
        var report = new UnenforcedReport(
            null, [new("keys", "No key is checked.", IsFound: true), new("roles", "Nothing is refused.")]);

        await report.PublishAsync(app.Services, gateway.Resource);

        Assert.True(app.ResourceNotifications.TryGetCurrentState(ResourceNames.Gateway, out var known));
        var property = Assert.Single(known.Snapshot.Properties, property => property.Name == "gateway.unenforced");
        Assert.Equal(
            ("keys, roles", "Not enforced", true), (property.Value, property.DisplayName, property.IsHighlighted));
        var logs = app.Services.GetRequiredService<ResourceLoggerService>();
        logs.Complete(gateway.Resource);
        var lines = new List<string>();
        await foreach (var batch in logs.GetAllAsync(gateway.Resource))
        {
            lines.AddRange(batch.Select(line => line.Content));
        }

        Assert.Contains("Not enforced: keys. No key is checked.", Assert.Single(lines), StringComparison.Ordinal);
    }

    private async Task<IEnumerable<UnenforcedCheck>> FoundAsync() =>
        (await ReportAsync()).Checks.Where(check => check.IsFound);

    private Task<UnenforcedReport> ReportAsync(GatewaySettings? settings = null) =>
        UnenforcedReport.MakeAsync(
            Target(AwsKind.Endpoint), Outputs, settings ?? Settings, TestContext.Current.CancellationToken);

    private AwsTarget Target(AwsKind kind) => new(
        kind,
        RegionEndpoint.USEast1,
        kind is AwsKind.Endpoint ? _emulator.Address : null,
        IsBedrockAws: false,
        new("test", "test", null));
}
