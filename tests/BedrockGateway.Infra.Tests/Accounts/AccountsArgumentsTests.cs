using BedrockGateway.Infra.Accounts;

namespace BedrockGateway.Infra.Tests.Accounts;

public sealed class AccountsArgumentsTests
{
    private const string Usage =
        "Usage: accounts check [--repair] [--stack-name <name>], "
        + "or accounts prune-unconfirmed --older <days>d [--dry-run] [--stack-name <name>]";

    [Fact]
    public void Check_MayRepair()
    {
        Assert.True(AccountsArguments.TryParse(["check", "--repair", "--stack-name", "other"], out var parsed, out _));

        Assert.Equal(new("other", Repair: true, Older: null, DryRun: false), parsed);
    }

    [Fact]
    public void PruneUnconfirmed_HasAnAge()
    {
        Assert.True(AccountsArguments.TryParse(
            ["prune-unconfirmed", "--older", "7d", "--dry-run"], out var parsed, out _));

        Assert.Equal(new("BedrockGateway", Repair: false, TimeSpan.FromDays(7), DryRun: true), parsed);
    }

    [Theory]
    [InlineData("")]
    [InlineData("repair")]
    [InlineData("prune-unconfirmed")]
    public void NoCommand_IsToldHow(string command)
    {
        Assert.False(AccountsArguments.TryParse([command], out _, out var problem));

        Assert.Equal(Usage, problem);
    }

    [Theory]
    [InlineData("--dry-run", "check", "--dry-run")]
    [InlineData("--older", "check", "--older", "7d")]
    [InlineData("--older", "prune-unconfirmed", "--older", "7")]
    [InlineData("--older", "prune-unconfirmed", "--older", "0d")]
    [InlineData("--older", "prune-unconfirmed", "--older")]
    [InlineData("--repair", "prune-unconfirmed", "--repair")]
    [InlineData("--stack-name", "check", "--stack-name")]
    public void ArgumentThatIsNone_IsNamed(string unknown, params string[] arguments)
    {
        Assert.False(AccountsArguments.TryParse(arguments, out _, out var problem));

        Assert.Equal($"'{unknown}' is not understood. {Usage}", problem);
    }
}
