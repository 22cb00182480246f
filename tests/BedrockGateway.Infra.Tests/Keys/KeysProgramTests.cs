using System.Globalization;

namespace BedrockGateway.Infra.Tests.Keys;

/// <summary><c>keys list</c> and <c>keys prune</c> as somebody runs them, against an account that answers.</summary>
public sealed class KeysProgramTests
{
    private const string Usage =
        "Usage: keys list [--stack-name <name>], or keys prune [--stack-name <name>] [--dry-run] [--force]\n";

    private const string InUse =
        "Stack BedrockGateway exists (CREATE_COMPLETE), and its users call it with these keys: prune refuses. Remove "
        + "the stack first (npx aws-cdk destroy), or lock everybody out with --force.\n";

    [Fact]
    public async Task List_NamesTheStacksOwnKeysWithoutTheirValues()
    {
        await using var account = await KeysAccount.StartAsync();
        var ada = await account.AddKeyAsync("BedrockGateway-ada", "BedrockGateway");
        await account.AddKeyAsync("BedrockGateway-Two-bob", "BedrockGateway-Two");
        await account.AddKeyAsync("Another", "BedrockGateway");

        var run = await account.RunAsync("list");

        var today = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Assert.Equal(
            new ProgramRun(
                0,
                $"""
                1 key named BedrockGateway-... without the tag stack=BedrockGateway: left alone.
                {ada.Id}  {today}  BedrockGateway-ada
                1 key of stack BedrockGateway.

                """,
                ""),
            run);
        Assert.DoesNotContain(ada.Value, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PruneWithoutTheStack_DeletesItsKeysAndNoOther()
    {
        await using var account = await KeysAccount.StartAsync();
        await account.AddKeyAsync("BedrockGateway-ada", "BedrockGateway");
        await account.AddKeyAsync("BedrockGateway-Two-bob", "BedrockGateway-Two");
        await account.AddKeyAsync("BedrockGateway-untagged", stackTag: null);
        await account.AddKeyAsync("bedrockgateway-eve", "BedrockGateway");
        await account.AddKeyAsync("BedrockGateway-cy", "BedrockGateway");

        var run = await account.RunAsync("prune");

        Assert.Equal(
            new ProgramRun(
                0,
                """
                2 keys named BedrockGateway-... without the tag stack=BedrockGateway: left alone.
                [1/2] Deleted BedrockGateway-ada
                [2/2] Deleted BedrockGateway-cy
                2 keys of stack BedrockGateway deleted.

                """,
                ""),
            run);
        Assert.Equal(
            ["BedrockGateway-Two-bob", "BedrockGateway-untagged", "bedrockgateway-eve"], await account.KeyNamesAsync());
    }

    [Fact]
    public async Task PruneOfAnotherStack_DeletesThatStacksKeys()
    {
        await using var account = await KeysAccount.StartAsync();
        await account.AddKeyAsync("BedrockGateway-ada", "BedrockGateway");
        await account.AddKeyAsync("BedrockGateway-Two-bob", "BedrockGateway-Two");

        var run = await account.RunAsync("prune", "--stack-name", "BedrockGateway-Two");

        Assert.Equal(
            new ProgramRun(
                0,
                "[1/1] Deleted BedrockGateway-Two-bob\n1 key of stack BedrockGateway-Two deleted.\n",
                ""),
            run);
        Assert.Equal(["BedrockGateway-ada"], await account.KeyNamesAsync());
    }

    [Fact]
    public async Task PruneWhileTheStackExists_RefusesUnlessForced()
    {
        await using var account = await KeysAccount.StartAsync();
        await account.AddStackAsync("BedrockGateway");
        await account.AddKeyAsync("BedrockGateway-ada", "BedrockGateway");

        Assert.Equal(new ProgramRun(1, "", InUse), await account.RunAsync("prune"));
        Assert.Equal(
            new ProgramRun(
                0,
                "Would delete BedrockGateway-ada.\n"
                    + "1 key of stack BedrockGateway would be deleted; none was.\n"
                    + InUse,
                ""),
            await account.RunAsync("prune", "--dry-run"));
        Assert.Equal(["BedrockGateway-ada"], await account.KeyNamesAsync());

        Assert.Equal(
            new ProgramRun(
                0, "[1/1] Deleted BedrockGateway-ada\n1 key of stack BedrockGateway deleted.\n", ""),
            await account.RunAsync("prune", "--force"));
        Assert.Empty(await account.KeyNamesAsync());
    }

    [Fact]
    public async Task MoreKeysThanAPage_AreAllFound()
    {
        await using var account = await KeysAccount.StartAsync();
        for (var i = 0; i < 501; i++)
        {
            await account.AddKeyAsync($"BedrockGateway-{i}", "BedrockGateway");
        }

        var run = await account.RunAsync("prune", "--dry-run");

        Assert.Equal(
            [
                .. Enumerable.Range(0, 501).Select(i => $"Would delete BedrockGateway-{i}."),
                "501 keys of stack BedrockGateway would be deleted; none was.",
                "",
            ],
            run.Output.Split('\n'));
    }

    [Fact]
    public async Task KeyThatIsGoneMeanwhile_IsNoError()
    {
        await using var account = await KeysAccount.StartAsync();
        await account.AddKeyAsync("BedrockGateway-ada", "BedrockGateway");
        await account.AddKeyAsync("BedrockGateway-bob", "BedrockGateway");
        await account.FailAsync("DeleteApiKey", "NotFoundException", 404, times: 1);

        Assert.Equal(
            new ProgramRun(
                0,
                """
                [1/2] Gone already: BedrockGateway-ada
                [2/2] Deleted BedrockGateway-bob
                1 key of stack BedrockGateway deleted.

                """,
                ""),
            await account.RunAsync("prune"));
    }

    [Fact]
    public async Task Throttling_IsWaitedOut()
    {
        await using var account = await KeysAccount.StartAsync();
        await account.AddKeyAsync("BedrockGateway-ada", "BedrockGateway");
        await account.FailAsync("DeleteApiKey", "TooManyRequestsException", 429, times: 3);

        Assert.Equal(
            new ProgramRun(
                0, "[1/1] Deleted BedrockGateway-ada\n1 key of stack BedrockGateway deleted.\n", ""),
            await account.RunAsync("prune"));
    }

    [Fact]
    public async Task Refusal_IsAWSsOwnWords()
    {
        await using var account = await KeysAccount.StartAsync();
        await account.FailAsync("GetApiKeys", "AccessDeniedException", 403, times: 1);

        Assert.Equal(
            new ProgramRun(1, "", "AWS answered AccessDeniedException: AccessDeniedException for now.\n"),
            await account.RunAsync("list"));
    }

    [Theory]
    [InlineData(
        "AWS_REGION", "No AWS Region is chosen. Set AWS_REGION, or a region in the profile that AWS_PROFILE names.\n")]
    [InlineData(
        "AWS_ACCESS_KEY_ID",
        "No AWS credentials were found. Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.\n")]
    public async Task MissingVariable_IsNamed(string missing, string message)
    {
        await using var account = await KeysAccount.StartAsync();

        Assert.Equal(new ProgramRun(1, "", message), await account.RunAsync([(missing, null)], "list"));
    }

    [Theory]
    [InlineData("", Usage)]
    [InlineData("delete", Usage)]
    [InlineData("list --dry-run", "'--dry-run' is not understood. " + Usage)]
    [InlineData("prune --stack-name", "'--stack-name' is not understood. " + Usage)]
    [InlineData("prune --all", "'--all' is not understood. " + Usage)]
    public async Task WrongArguments_AreAnsweredWithTheRightOnes(string arguments, string message)
    {
        await using var account = await KeysAccount.StartAsync();

        var run = await account.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new ProgramRun(2, "", message), run);
    }
}
