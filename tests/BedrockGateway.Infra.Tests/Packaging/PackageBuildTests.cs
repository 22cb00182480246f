using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

/// <summary>The build of a package, with a script where the .NET SDK would be.</summary>
public sealed class PackageBuildTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Publish_IsToldTheRecipe()
    {
        Build(new(LambdaPackage.Managed, LambdaArch.Arm64, OfficialPackages: true), "exit 0");

        Assert.Equal(
            $"publish {PathOf(Path.Combine("BedrockGateway.Api", "BedrockGateway.Api.csproj"))} --output /target "
            + $"--artifacts-path {PathOf("managed")} --nologo --verbosity quiet -p:RunAnalyzers=false "
            + "-p:UseSharedCompilation=false --configuration Release --runtime linux-arm64 -p:LambdaPackage=managed "
            + "-p:OfficialPackages=true",
            File.ReadAllText(PathOf("arguments")).Trim());
    }

    [Fact]
    public void StandIns_NeedNoSwitch()
    {
        Build(new(LambdaPackage.Managed, LambdaArch.X64, OfficialPackages: false), "exit 0");

        Assert.EndsWith(
            " --runtime linux-x64 -p:LambdaPackage=managed",
            File.ReadAllText(PathOf("arguments")).Trim(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Failure_IsOneSentenceWithTheFirstError()
    {
        var failure = Assert.Throws<PackagingException>(() => Build(
            new(LambdaPackage.Native, LambdaArch.X64, OfficialPackages: false),
            """
            echo "/x/Api.csproj : error NU1101: Unable to find package X. [/x/Api.csproj]"
            echo "/x/Api.csproj : error NU1101: Unable to find package Y. [/x/Api.csproj]"
            exit 1
            """));

        Assert.Equal(
            "LAMBDA_PACKAGE=native could not be built for x86_64: /x/Api.csproj : error NU1101: Unable to find package "
            + $"X (all of the build's output is in {PathOf("publish-native.log")}).",
            failure.Message);
        Assert.Equal(2, File.ReadAllLines(PathOf("publish-native.log")).Length);
    }

    [Fact]
    public void MissingSdk_SaysWhatToInstall()
    {
        var build = new PackageBuild("/", _folder.Path, PathOf("missing"));

        var failure = Assert.Throws<PackagingException>(
            () => build.Run(new(LambdaPackage.Managed, LambdaArch.X64, OfficialPackages: false), "/target"));

        Assert.Equal(
            "The functions' package is built with dotnet publish, and there is no dotnet on the PATH: install the .NET "
            + "SDK 10.0.",
            failure.Message);
    }

    private string PathOf(string name) => Path.Combine(_folder.Path, name);

    private void Build(PackageRecipe recipe, string script)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The stand-in for the SDK is a shell script.");
        var dotnet = PathOf("dotnet");
        File.WriteAllText(dotnet, $"#!/bin/sh\necho \"$@\" > {PathOf("arguments")}\n{script}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        new PackageBuild(_folder.Path, _folder.Path, dotnet).Run(recipe, "/target");
    }
}
