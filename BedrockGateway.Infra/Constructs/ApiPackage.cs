using System.Runtime.CompilerServices;
using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;

namespace BedrockGateway.Infra.Constructs;

/// <summary>
/// The functions' package: a native build of BedrockGateway.Api, published when the CDK CLI bundles the stack.
/// </summary>
internal static class ApiPackage
{
    public static Code Bundle()
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));
        return Code.FromAsset(Path.Combine(root, "BedrockGateway.Api"), new Amazon.CDK.AWS.S3.Assets.AssetOptions
        {
            Exclude = ["bin", "obj"],
            AssetHashType = AssetHashType.OUTPUT,
            Bundling = new BundlingOptions
            {
                // Local bundling always succeeds or throws, so this image is never pulled.
                Image = Runtime.PROVIDED_AL2023.BundlingImage,
                Local = new PublishBundling(Path.Combine(root, "BedrockGateway.Api", "BedrockGateway.Api.csproj")),
            },
        });
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
