using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Clients;

/// <summary>A second family of clients: boto3 and the AWS CLI, as a distribution packages them.</summary>
public sealed class PythonClientTests(LocalAwsFixture fixture) : IClassFixture<LocalAwsFixture>
{
    private static readonly TimeSpan ScriptTimeout = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Boto3_DrivesEveryService()
    {
        var python = Installed("python3");
        var check = await RunAsync(python, ["-c", "import boto3"]);
        Assert.SkipUnless(check.ExitCode == 0, $"boto3 is missing: '{python} -c \"import boto3\"' fails.");
        var runtimeApi = await fixture.Aws.OpenRuntimeApiAsync("echo", TestContext.Current.CancellationToken);

        var outcome = await RunAsync(
            python, [Script("boto3_operations.py")], ("RUNTIME_API", runtimeApi), ("FUNCTION_NAME", "echo"));

        AssertKnowsBedrockOrIsOld(outcome);
    }

    [Fact]
    public async Task AwsCli_DrivesEveryService()
    {
        var cli = Installed("aws");
        Assert.SkipUnless(
            await ChildProcess.ExistsAsync(cli, TestContext.Current.CancellationToken),
            "The AWS CLI is missing: no 'aws'.");

        var outcome = await RunAsync("bash", [Script("aws-cli.sh")], ("AWS", cli));

        AssertKnowsBedrockOrIsOld(outcome);
    }

    /// <summary>The distribution's own program: one that stands before it on the PATH may lack the packages.</summary>
    private static string Installed(string program) =>
        Path.Combine("/usr/bin", program) is var path && File.Exists(path) ? path : program;

    private static string Script(string name) => Path.Combine(NodeClient.Packages.Folder, "cli", name);

    private static void AssertKnowsBedrockOrIsOld(ChildOutcome outcome)
    {
        Assert.True(outcome.ExitCode == 0, $"Ended with {outcome.ExitCode}: {outcome.Error}");
        var lacking = JsonNode.Parse(outcome.Output)!["lacking"]!.ToJsonString();
        Assert.Contains(lacking, new[] { "[]", """["bedrock","bedrock-runtime"]""" });
    }

    private async Task<ChildOutcome> RunAsync(
        string program, string[] arguments, params (string Name, string Value)[] values)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(ScriptTimeout);
        return await ChildProcess.RunAsync(
            program, arguments, ClientEnvironment.For(fixture.Aws, values), deadline.Token);
    }
}
