using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Tests.Clients;

/// <summary>Runs the scripts of <c>tests/clients</c>: AWS's JavaScript clients with their default settings.</summary>
public sealed class NodeClient : IAsyncLifetime
{
    private static readonly TimeSpan ScriptTimeout = TimeSpan.FromMinutes(1);

    internal static NodePackages Packages { get; } = new("tests/clients");

    private string? _whyNot;

    public async ValueTask InitializeAsync() => _whyNot = await Packages.WhyNotAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>Runs one script against an emulator and returns the line of JSON that it prints.</summary>
    /// <param name="script">Name below <c>tests/clients/scripts</c>, without extension.</param>
    /// <param name="aws">What <c>AWS_ENDPOINT_URL</c> names.</param>
    /// <param name="values">Further environment variables.</param>
    public async Task<JsonNode> RunAsync(string script, LocalAws aws, params (string Name, string Value)[] values)
    {
        Assert.SkipUnless(_whyNot is null, _whyNot ?? string.Empty);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(ScriptTimeout);

        var outcome = await ChildProcess.RunAsync(
            "node",
            ["--no-warnings", Path.Combine(Packages.Folder, "scripts", $"{script}.mjs")],
            ClientEnvironment.For(aws, values),
            deadline.Token);

        Assert.True(outcome.ExitCode == 0, $"{script}.mjs ended with {outcome.ExitCode}: {outcome.Error}");
        return JsonNode.Parse(outcome.Output)!;
    }
}
