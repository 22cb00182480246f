using System.Diagnostics;
using BedrockGateway.Infra.Constructs;

namespace BedrockGateway.Infra.Tests;

/// <summary>
/// The program as the CDK CLI starts it: context in <c>CDK_CONTEXT_JSON</c>, output in <c>CDK_OUTDIR</c>.
/// </summary>
internal static class CdkProgram
{
    // In the folder that it was built into: beside the tests it would lack what their framework brings.
    public static string Program { get; } = Path.Combine(
        ApiPackage.Root,
        "BedrockGateway.Infra",
        Path.GetRelativePath(
            Path.Combine(ApiPackage.Root, "tests", "BedrockGateway.Infra.Tests"), AppContext.BaseDirectory),
        "BedrockGateway.Infra.dll");

    /// <param name="output">Where the cloud assembly goes.</param>
    /// <param name="context">Context as a JSON object.</param>
    /// <param name="variables">More of the environment.</param>
    public static async Task<(int ExitCode, string Error)> SynthAsync(
        string output, string context, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Programs.Find("dotnet"))
        {
            ArgumentList = { Program },
            Environment =
            {
                ["CDK_CONTEXT_JSON"] = context,
                ["CDK_OUTDIR"] = output,
                ["JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION"] = "18,20,22",
                ["JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION"] = "1",
                ["JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION"] = "1",
            },
            RedirectStandardError = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var synth = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(TimeSpan.FromMinutes(2));
        var error = await synth.StandardError.ReadToEndAsync(deadline.Token);
        await synth.WaitForExitAsync(deadline.Token);
        return (synth.ExitCode, error.Trim());
    }
}
