using System.Diagnostics;
using Amazon.CDK;
using Amazon.JSII.Runtime.Deputy;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// Runs <c>dotnet publish</c> of a project into an asset's folder, as the native executable <c>bootstrap</c>.
/// </summary>
internal sealed class PublishBundling(string projectPath) : DeputyBase, ILocalBundling
{
    /// <exception cref="InvalidOperationException">The build failed; the message has its output.</exception>
    public bool TryBundle(string outputDir, IBundlingOptions options)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList =
            {
                "publish", projectPath, "--configuration", "Release", "--runtime", "linux-x64", "--output", outputDir,
                "-p:LambdaPackage=native", "--nologo", "--verbosity", "quiet",
            },
            RedirectStandardOutput = true,
        })!;
        var output = publish.StandardOutput.ReadToEnd();
        publish.WaitForExit();
        return publish.ExitCode == 0
            ? true
            : throw new InvalidOperationException($"dotnet publish of {projectPath} failed:\n{output}");
    }
}
