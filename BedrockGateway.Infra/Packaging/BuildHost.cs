using System.Runtime.InteropServices;

namespace BedrockGateway.Infra.Packaging;

/// <summary>What the machine that synthesizes can build.</summary>
/// <param name="IsGlibcLinux">Whether it runs Linux with glibc, as Lambda does.</param>
/// <param name="Architecture">Its processor.</param>
/// <param name="HasLinker">Whether there is a C compiler that links, <c>clang</c> or <c>gcc</c>.</param>
internal sealed record BuildHost(bool IsGlibcLinux, Architecture Architecture, bool HasLinker)
{
    private static readonly string[] Linkers = ["clang", "gcc"];

    public static BuildHost Current { get; } = new(
        OperatingSystem.IsLinux() && !RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal),
        RuntimeInformation.OSArchitecture,
        Linkers.Any(IsOnPath));

    public LambdaPackage DefaultPackage(LambdaArch arch) =>
        IsGlibcLinux && HasLinker && Builds(arch) ? LambdaPackage.Native : LambdaPackage.Managed;

    /// <exception cref="PackagingException">The package cannot be built here.</exception>
    public void Check(LambdaPackage package, LambdaArch arch)
    {
        if (package is LambdaPackage.Managed)
        {
            return;
        }

        if (!IsGlibcLinux)
        {
            throw new PackagingException(
                "LAMBDA_PACKAGE=native is built on Linux with glibc only: deploy from such a machine, or with "
                + "LAMBDA_PACKAGE=managed.");
        }

        if (!Builds(arch))
        {
            throw new PackagingException(
                $"LAMBDA_PACKAGE=native cannot be built for LAMBDA_ARCH={arch.ContextValue} on a machine of "
                + $"another processor: deploy from an {arch.ContextValue} machine, or with LAMBDA_PACKAGE=managed.");
        }

        if (!HasLinker)
        {
            throw new PackagingException(
                "LAMBDA_PACKAGE=native needs a C linker, and there is neither clang nor gcc on the PATH: install one "
                + "of them, or deploy with LAMBDA_PACKAGE=managed.");
        }
    }

    private bool Builds(LambdaArch arch) => Architecture == arch.Processor;

    private static bool IsOnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Any(folder => File.Exists(Path.Combine(folder, program)));
}
