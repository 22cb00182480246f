using System.Text.RegularExpressions;
using BedrockGateway.Containers.Tests.Running;

namespace BedrockGateway.Containers.Tests;

/// <summary>The gateway in one container: the README's CDK lines, and the tests of a deployed gateway.</summary>
public sealed partial class EndToEndTests
{
    // What skips is said by its tests; a suite that lost its tests would pass as well.
    private const int FewestTests = 150;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(6);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GatewayInTheContainer_PassesTheEndToEndSuite()
    {
        await Engine.RequireAsync();
        await using var aws = await EmulatorContainer.StartAsync([EmulatorContainer.WithApi]);
        await aws.DeployAppAsync(
            "ORGANIZATION_DOMAIN=example.com",
            "API_THROTTLE_RATE_LIMIT=10",
            "API_THROTTLE_BURST_LIMIT=20",
            "API_QUOTA_LIMIT=40",
            "PUBLIC_RATE_LIMIT=20",
            "PUBLIC_BURST_LIMIT=20");

        var outcome = await RunSuiteAsync(aws);

        Assert.True(outcome.ExitCode == 0, $"{outcome.Output}\n{outcome.Error}");
        var summary = Total().Match(outcome.Output);
        Assert.True(summary.Success, outcome.Output);
        Assert.InRange(int.Parse(summary.Groups[1].ValueSpan), FewestTests, int.MaxValue);
    }

    private static async Task<ChildOutcome> RunSuiteAsync(EmulatorContainer aws)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(Patience);
        return await ChildProcess.RunAsync(
            DotNetHost.Path,
            [Built.Assembly("tests/BedrockGateway.EndToEnd")],
            ClientEnvironment.For(
                aws.Endpoint,
                [
                    ("GATEWAY_URL", aws.Gateway.ToString()),
                    ("USER_POOL_ID", aws.Outputs["UserPoolId"]),
                    ("ORGANIZATION_DOMAIN", "example.com"),
                ]),
            deadline.Token);
    }

    [GeneratedRegex(@"\btotal: *(\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Total();
}
