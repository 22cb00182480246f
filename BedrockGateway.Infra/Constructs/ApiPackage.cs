using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using BedrockGateway.Infra.Packaging;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The functions' code: BedrockGateway.Api, published here before CDK takes the folder as its asset.</summary>
/// <remarks>
/// CDK's own hook for bundling runs inside its Node.js process, where a failure is a stack trace of another language.
/// </remarks>
internal static class ApiPackage
{
    private const string Project = "BedrockGateway.Api";

    /// <summary>Folder of the solution.</summary>
    public static string Root { get; } =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    /// <exception cref="PackagingException">The package cannot be built.</exception>
    public static Code For(Construct scope, GatewaySettings settings)
    {
        if (!Stack.Of(scope).BundlingRequired)
        {
            // The CLI does not upload what it lists or destroys.
            return Code.FromAsset(
                Path.Combine(Root, Project), new Amazon.CDK.AWS.S3.Assets.AssetOptions { Exclude = ["bin", "obj"] });
        }

        BuildHost.Current.Check(settings.LambdaPackage, settings.LambdaArch);
        return Code.FromAsset(Build(Root, PackageRecipe.For(settings)));
    }

    /// <summary>
    /// The folder with the package of a recipe; built only if something that it is made of has changed.
    /// </summary>
    /// <exception cref="PackagingException">The package cannot be built.</exception>
    public static string Build(string root, PackageRecipe recipe)
    {
        var kept = Path.Combine(root, "BedrockGateway.Infra", ".local");
        var build = new PackageBuild(root, Path.Combine(kept, "build"));
        return new PackageStore(Path.Combine(kept, "packages"))
            .Get(PackageInputs.Hash(root, recipe), target => build.Run(recipe, target));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
