using System.Runtime.InteropServices;
using BedrockGateway.Infra.Constructs;
using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>
/// The native package of this checkout, as a deployment would upload it. It is built when something has changed since
/// the last time, which takes minutes.
/// </summary>
public sealed class NativePackage
{
    private static readonly LambdaArch Arch =
        RuntimeInformation.OSArchitecture is Architecture.Arm64 ? LambdaArch.Arm64 : LambdaArch.X64;

    private readonly Lazy<string> _folder = new(
        () => ApiPackage.Build(ApiPackage.Root, new(LambdaPackage.Native, Arch, OfficialPackages: false)));

    /// <summary>Where its files are; skips the test on a machine that builds none.</summary>
    public string Folder
    {
        get
        {
            Assert.SkipUnless(
                BuildHost.Current.DefaultPackage(Arch) is LambdaPackage.Native,
                "A native package is built on Linux with glibc and a C linker.");
            return _folder.Value;
        }
    }

    public string Executable => Path.Combine(Folder, "bootstrap");
}
