using System.Runtime.InteropServices;
using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>What the program says when it is to bundle and cannot.</summary>
public sealed class PackagingFailureTests
{
    [Fact]
    public async Task NativeForAnotherProcessor_StopsWithOneSentence()
    {
        Assert.SkipUnless(CanBuildNative, "Where no native package is built, another sentence comes first.");
        using var output = new TemporaryFolder();
        var other = RuntimeInformation.OSArchitecture is Architecture.X64 ? "arm64" : "x86_64";

        var (exitCode, error) = await CdkProgram.SynthAsync(
            output.Path, $$"""{"LAMBDA_PACKAGE":"native","LAMBDA_ARCH":"{{other}}"}""");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"LAMBDA_PACKAGE=native cannot be built for LAMBDA_ARCH={other} on a machine of another processor: deploy "
            + $"from an {other} machine, or with LAMBDA_PACKAGE=managed.",
            error);
    }

    [Fact]
    public async Task NativeWithoutALinker_StopsWithOneSentence()
    {
        Assert.SkipUnless(CanBuildNative, "Where no native package is built, another sentence comes first.");
        using var output = new TemporaryFolder();
        using var path = new TemporaryFolder();
        File.CreateSymbolicLink(Path.Combine(path.Path, "node"), Programs.Find("node"));

        var (exitCode, error) = await CdkProgram.SynthAsync(
            output.Path,
            $$"""{"LAMBDA_PACKAGE":"native","LAMBDA_ARCH":"{{BuildsFor.ContextValue}}"}""",
            ("PATH", path.Path));

        Assert.Equal(1, exitCode);
        Assert.Equal(
            "LAMBDA_PACKAGE=native needs a C linker, and there is neither clang nor gcc on the PATH: install one of "
            + "them, or deploy with LAMBDA_PACKAGE=managed.",
            error);
    }

    private static LambdaArch BuildsFor =>
        RuntimeInformation.OSArchitecture is Architecture.Arm64 ? LambdaArch.Arm64 : LambdaArch.X64;

    private static bool CanBuildNative => BuildHost.Current.DefaultPackage(BuildsFor) is LambdaPackage.Native;
}
