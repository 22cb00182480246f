using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost.Tests;

/// <summary>What the local run says of names that are no settings.</summary>
public sealed class SettingWarningTests
{
    [Fact]
    public void UnknownName_IsWarnedOfUnlessItIsAnotherProgramsVariable() =>
        Assert.Equal(
            [
                "API_QUOTA_LIMITS is no setting of the gateway and has no effect; was API_QUOTA_LIMIT meant?",
                "TEAM_NAME is no setting of the gateway and has no effect; docs/configuration.md lists them.",
            ],
            Warnings(
                given: ["TEAM_NAME", "api_quota_limit", "aws-port", "Logging:LogLevel:Default"],
                variables: ["API_QUOTA_LIMITS", "CI_JOB_ID", "DOTNET_CLI_HOME"],
                stripped: ["CLI_HOME"]));

    [Fact]
    public void SettingsAlone_GiveNoWarning() =>
        Assert.Empty(Warnings(given: ["API_QUOTA_LIMIT", "RETAIN_USERS"], variables: [], stripped: []));

    private static List<string> Warnings(string[] given, string[] variables, string[] stripped)
    {
        var values = given.Concat(variables).Concat(stripped).ToDictionary(name => name, _ => (string?)"1");
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return [.. configuration.WarningsOf(new(), variables)];
    }
}
