using BedrockGateway.Infra;

namespace BedrockGateway.Deploy.Tests;

/// <summary>The CDK CLI makes an account ready for the CDK.</summary>
public sealed class BootstrapTests
{
    [Fact]
    public async Task FreshAccount_TakesNoStackUntilItIsBootstrapped()
    {
        await Account.RequireCliAsync();
        using var folder = new TestFolder();
        await using var account = await Account.OpenAsync(bootstrapped: false);
        var assembly = CloudAssembly.Write(folder.Path, new GatewaySettings());

        var early = await account.CdkAsync("deploy", "--app", assembly, "--require-approval", "never");
        var bootstrap = await account.CdkAsync("bootstrap", "aws://000000000000/us-east-1");
        await account.DeployAsync(assembly);

        Assert.Equal(1, early.ExitCode);
        Assert.Contains(
            "SSM parameter /cdk-bootstrap/hnb659fds/version not found in aws://000000000000/us-east-1. "
            + "Has the environment been bootstrapped?",
            early.Error,
            StringComparison.Ordinal);
        Assert.True(bootstrap.ExitCode == 0, bootstrap.Error);
        Assert.Contains(
            "Environment aws://000000000000/us-east-1 bootstrapped.", bootstrap.Error, StringComparison.Ordinal);
        Assert.Equal("CREATE_COMPLETE", await account.StatusAsync("CDKToolkit"));
        Assert.Equal("CREATE_COMPLETE", await account.StatusAsync());
    }

    [Fact]
    public async Task AccountThatIsReady_IsBroughtUpToDateOnce()
    {
        await Account.RequireCliAsync();
        await using var account = await Account.OpenAsync();

        var bootstrap = await account.CdkAsync("bootstrap", "aws://000000000000/us-east-1");
        var again = await account.CdkAsync("bootstrap", "aws://000000000000/us-east-1");

        Assert.True(bootstrap.ExitCode == 0, bootstrap.Error);
        Assert.True(again.ExitCode == 0, again.Error);
        Assert.Contains("bootstrapped (no changes).", again.Error, StringComparison.Ordinal);
        Assert.Equal("UPDATE_COMPLETE", await account.StatusAsync("CDKToolkit"));
    }
}
