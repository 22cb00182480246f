using System.Text.Json.Nodes;

namespace BedrockGateway.Containers.Tests.Running;

/// <summary>The CDK CLI as it is installed in BedrockGateway.Infra, told of nothing but an emulator.</summary>
internal static class CdkCli
{
    // It may build the functions' package first.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);

    private static readonly NodePackages Cli = new("BedrockGateway.Infra");

    /// <summary>Deploys the stack <c>BedrockGateway</c>, and insists that it works.</summary>
    /// <param name="endpoint">The emulator.</param>
    /// <param name="app">Value of <c>--app</c>: a folder that was synthesized, or a command that does it.</param>
    /// <param name="arguments">Further arguments.</param>
    /// <returns>The stack's outputs by name.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> DeployAsync(
        Uri endpoint, string app, params string[] arguments)
    {
        using var folder = new TestFolder();
        var outputs = Path.Combine(folder.Path, "outputs.json");
        await RunAsync(
            endpoint, ["deploy", "--app", app, "--require-approval", "never", "--outputs-file", outputs, .. arguments]);
        var stack = JsonNode.Parse(await File.ReadAllTextAsync(outputs))!["BedrockGateway"]!.AsObject();
        return stack.ToDictionary(output => output.Key, output => (string)output.Value!);
    }

    /// <summary>Runs <c>npx aws-cdk</c> with these arguments, and insists that it works.</summary>
    public static async Task RunAsync(Uri endpoint, params string[] arguments)
    {
        var whyNot = await Cli.WhyNotAsync();
        Assert.SkipUnless(whyNot is null, whyNot ?? string.Empty);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        var outcome = await ChildProcess.RunAsync(
            "node",
            [
                Path.Combine(Cli.Folder, "node_modules", "aws-cdk", "bin", "cdk"),
                .. arguments,
                "--no-notices",
                "--no-color",
                "--ci=false",
            ],
            ClientEnvironment.For(endpoint, [("CDK_DISABLE_CLI_TELEMETRY", "true")]),
            deadline.Token);
        Assert.True(outcome.ExitCode == 0, $"{outcome.Output}\n{outcome.Error}");
    }
}
