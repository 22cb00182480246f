using System.Diagnostics;
using BedrockGateway.Containers.Tests.Running;
using BedrockGateway.TestGateway.Images;

namespace BedrockGateway.Containers.Tests;

/// <summary>What the images must not have.</summary>
public sealed class ImageScanTests
{
    private const long Megabyte = 1_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public Task LocalAws_HasNoRootNoSecretNoSetuidAndIsSmall() => AssertCleanAsync(Engine.LocalAws, 60 * Megabyte);

    [Fact]
    public Task Api_HasNoRootNoSecretNoSetuidAndIsSmall() => AssertCleanAsync(Engine.Api, 60 * Megabyte);

    private static async Task AssertCleanAsync(string image, long maxBytes)
    {
        await Engine.RequireLocalAwsAsync();
        using var save = Process.Start(
            new ProcessStartInfo("docker", ["save", image]) { RedirectStandardOutput = true })!;

        var findings = await ImageScan.RunAsync(save.StandardOutput.BaseStream, maxBytes, Token);
        await save.WaitForExitAsync(Token);

        Assert.Equal(0, save.ExitCode);
        Assert.Empty(findings);
    }
}
