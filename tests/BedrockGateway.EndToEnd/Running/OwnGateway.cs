using BedrockGateway.TestGateway.Running;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>A gateway for one test, with settings that the tested one need not have.</summary>
internal static class OwnGateway
{
    /// <summary>
    /// Starts an app host on free ports; skips the test where the tests are about a gateway that runs somewhere.
    /// </summary>
    /// <param name="settings">Such as <c>--API_QUOTA_LIMIT=5</c>.</param>
    public static Task<RunningGateway> StartAsync(params IEnumerable<string> settings)
    {
        Assert.SkipUnless(
            DeployedGateway.Find(Environment.GetEnvironmentVariable) is null,
            "It needs other settings than those of GATEWAY_URL, and starts a local run for them.");
        return RunningGateway.StartAsync(settings);
    }
}
