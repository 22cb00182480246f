using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BedrockGateway.Repository.Tests.Automation;

/// <summary>The rules that every workflow keeps.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Paths => [.. Workflow.Paths];

    [Fact]
    public void Workflows_BuildAnalyzeAndRelease() =>
        Assert.Equal(
            [".github/workflows/ci.yml", ".github/workflows/codeql.yml", ".github/workflows/release.yml"],
            Workflow.Paths);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Action_IsPinnedByCommitAndSaysItsVersion(string path)
    {
        var workflow = new Workflow(path);
        var used = workflow.Lines.Where(line => line.TrimStart().TrimStart('-').TrimStart().StartsWith("uses:"));

        Assert.Equal(workflow.Steps.Count(step => step.Text("uses") is not null), used.Count());
        Assert.All(used, line => Assert.Matches(PinnedAction(), line));
    }

    [Fact]
    public void Action_IsTheSameCommitEverywhere() =>
        Assert.All(
            Workflow.Paths.SelectMany(path => new Workflow(path).Steps)
                .Select(step => step.Text("uses")).OfType<string>().Select(use => use.Split('@'))
                // One repository may hold several actions.
                .GroupBy(use => string.Join('/', use[0].Split('/')[..2])),
            action => Assert.Single(action.Select(use => use[1]).Distinct()));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Permissions_AreNoneButForAJobThatSaysWhich(string path)
    {
        var workflow = new Workflow(path);

        Assert.Empty(Assert.IsType<YamlMappingNode>(workflow.Root.Find("permissions")));
        Assert.All(workflow.Jobs, job => Assert.IsType<YamlMappingNode>(job.Node.Find("permissions")));
    }

    [Fact]
    public void Permissions_ToWriteAreFewAndKnown() =>
        Assert.Equal(
            [
                "codeql.yml analyze security-events",
                "release.yml publish attestations",
                "release.yml publish contents",
                "release.yml publish id-token",
            ],
            from path in Workflow.Paths
            from job in new Workflow(path).Jobs
            from permission in job.Node.Find("permissions").Entries()
            where ((YamlScalarNode)permission.Node).Value != "read"
            let line = $"{Path.GetFileName(path)} {job.Name} {permission.Name}"
            orderby line
            select line);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Job_EndsByItself(string path) =>
        Assert.All(
            new Workflow(path).Jobs,
            job => Assert.InRange(int.Parse(job.Node.Text("timeout-minutes") ?? "0", null), 1, 60));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Runs_OfTheSameBranchTakeTurns(string path) =>
        Assert.EndsWith(
            "-${{ github.ref }}", new Workflow(path).Root.Find("concurrency")!.Text("group"), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Paths))]
    public void Checkout_KeepsNoCredentials(string path) =>
        Assert.All(
            new Workflow(path).Steps.Where(step => step.Text("uses")?.StartsWith("actions/checkout@") == true),
            step => Assert.Equal("false", step.Find("with")!.Text("persist-credentials")));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Command_HasNoExpressionInIt(string path) =>
        // Its value would be read as a part of the script.
        Assert.All(
            new Workflow(path).Commands, command => Assert.DoesNotContain("${{", command, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Command_ShowsNoSecretAndNoEnvironment(string path) =>
        Assert.All(new Workflow(path).Commands, command => Assert.DoesNotMatch(Showing(), command));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Secrets_AreGivenToStepsAlone(string path)
    {
        var workflow = new Workflow(path);

        Assert.Null(workflow.Root.Find("on")!.Find("pull_request_target"));
        Assert.DoesNotContain("secrets.", Repository.Read(path), StringComparison.Ordinal);
        Assert.All(
            workflow.Jobs.Select(job => job.Node.Find("env")).Append(workflow.Root.Find("env")),
            env => Assert.DoesNotContain(
                env.Entries(), entry => ((YamlScalarNode)entry.Node).Value!.Contains("token", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Command_NamesFilesThatThereAre(string path) =>
        Assert.All(
            new Workflow(path).Commands.SelectMany(command => NamedFile().Matches(command)).Select(name => name.Value),
            name => Assert.True(Path.Exists(Path.Combine(Repository.Root, name)), $"There is no {name}."));

    [Theory]
    [InlineData("      - uses: actions/checkout@v7", false)]
    [InlineData("      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1", false)]
    [InlineData("      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", true)]
    public void Pin_IsACommitWithAVersion(string line, bool isPinned) =>
        Assert.Equal(isPinned, PinnedAction().IsMatch(line));

    [GeneratedRegex(@"^\s*(- )?uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex PinnedAction();

    [GeneratedRegex(@"(?<![\w./-])(\.ci|containers|tests|BedrockGateway\.\w+)(/[\w.-]+)*")]
    private static partial Regex NamedFile();

    [GeneratedRegex(@"\b(printenv|set -x|env\s*$|export -p|echo[^\n]*(TOKEN|SECRET|KEY|PASSWORD))")]
    private static partial Regex Showing();
}
