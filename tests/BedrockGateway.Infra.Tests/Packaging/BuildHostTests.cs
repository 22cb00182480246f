using System.Runtime.InteropServices;
using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

public sealed class BuildHostTests
{
    internal static readonly BuildHost Linux = new(IsGlibcLinux: true, Architecture.X64, HasLinker: true);

    [Theory]
    [InlineData(true, Architecture.X64, true, "", LambdaPackage.Native)]
    [InlineData(true, Architecture.Arm64, true, "arm64", LambdaPackage.Native)]
    [InlineData(true, Architecture.X64, true, "arm64", LambdaPackage.Managed)]
    [InlineData(true, Architecture.X64, false, "", LambdaPackage.Managed)]
    [InlineData(false, Architecture.X64, true, "", LambdaPackage.Managed)]
    public void PackageThatIsNotGiven_IsNativeWhereItCanBeBuilt(
        bool isLinux, Architecture processor, bool hasLinker, string arch, LambdaPackage expected)
    {
        var host = new BuildHost(isLinux, processor, hasLinker);

        var settings = GatewaySettings.Read(name => name == "LAMBDA_ARCH" ? arch : null, host);

        Assert.Equal(expected, settings.LambdaPackage);
    }

    [Fact]
    public void PackageAndArch_AreTakenAsGiven()
    {
        var settings = GatewaySettings.Read(
            name => name switch { "LAMBDA_PACKAGE" => "managed", "LAMBDA_ARCH" => "arm64", _ => null }, Linux);

        Assert.Equal(
            new GatewaySettings { LambdaPackage = LambdaPackage.Managed, LambdaArch = LambdaArch.Arm64 }, settings);
    }

    [Fact]
    public void NoPackage_IsForFunctionsThatRunBesideAnEmulator() =>
        Assert.Equal(
            new GatewaySettings { FunctionsRunLocally = true },
            GatewaySettings.Read(
                name => name == "LAMBDA_PACKAGE" ? "none" : null, Linux with { HasLinker = false }));

    [Fact]
    public void NativeForAnotherProcessor_SaysWhatToDo() =>
        AssertRefused(
            Linux,
            LambdaArch.Arm64,
            "LAMBDA_PACKAGE=native cannot be built for LAMBDA_ARCH=arm64 on a machine of another processor: "
            + "deploy from an arm64 machine, or with LAMBDA_PACKAGE=managed.");

    [Fact]
    public void NativeWithoutALinker_SaysWhatToDo() =>
        AssertRefused(
            Linux with { HasLinker = false },
            LambdaArch.X64,
            "LAMBDA_PACKAGE=native needs a C linker, and there is neither clang nor gcc on the PATH: install one of "
            + "them, or deploy with LAMBDA_PACKAGE=managed.");

    [Fact]
    public void NativeBesideLinux_SaysWhatToDo() =>
        AssertRefused(
            Linux with { IsGlibcLinux = false },
            LambdaArch.X64,
            "LAMBDA_PACKAGE=native is built on Linux with glibc only: deploy from such a machine, or with "
            + "LAMBDA_PACKAGE=managed.");

    [Fact]
    public void Managed_IsBuiltAnywhere() =>
        new BuildHost(IsGlibcLinux: false, Architecture.Wasm, HasLinker: false)
            .Check(LambdaPackage.Managed, LambdaArch.Arm64);

    private static void AssertRefused(BuildHost host, LambdaArch arch, string sentence) =>
        Assert.Equal(
            sentence,
            Assert.Throws<PackagingException>(() => host.Check(LambdaPackage.Native, arch)).Message);
}
