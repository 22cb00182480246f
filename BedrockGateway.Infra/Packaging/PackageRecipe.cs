using System.Reflection;

namespace BedrockGateway.Infra.Packaging;

/// <summary>Which build of the API a package is.</summary>
/// <param name="Package">How the code is built.</param>
/// <param name="Arch">The processor that it is built for.</param>
/// <param name="OfficialPackages">Whether the official packages are built in, not their stand-ins.</param>
internal sealed record PackageRecipe(LambdaPackage Package, LambdaArch Arch, bool OfficialPackages)
{
    private const string Switch = "OfficialPackages";

    /// <summary>The recipe of a deployment: the set of packages that this program was itself built with.</summary>
    public static PackageRecipe For(GatewaySettings settings) => new(
        settings.LambdaPackage,
        settings.LambdaArch,
        string.Equals(Environment.GetEnvironmentVariable(Switch), "true", StringComparison.OrdinalIgnoreCase)
            || typeof(PackageRecipe).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .Any(metadata => metadata is { Key: "PackageSet", Value: "official" }));

    /// <summary>What <c>dotnet publish</c> is told, but for where to put things.</summary>
    public IEnumerable<string> PublishArguments()
    {
        yield return "--configuration";
        yield return "Release";
        yield return "--runtime";
        yield return Arch.RuntimeIdentifier;
        yield return $"-p:LambdaPackage={Name}";
        if (OfficialPackages)
        {
            yield return $"-p:{Switch}=true";
        }
    }

    /// <summary>Value of <c>LAMBDA_PACKAGE</c>.</summary>
    public string Name => Package is LambdaPackage.Native ? "native" : "managed";
}
