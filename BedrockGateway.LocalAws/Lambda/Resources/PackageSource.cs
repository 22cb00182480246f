using System.Security.Cryptography;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.S3;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda.Resources;

/// <summary>
/// Reads a function's package from the emulated S3 when the function is made or changed, as Lambda does.
/// </summary>
/// <remarks>
/// A bucket that does not exist means no package: somebody else starts the function's processes. Inline code
/// (<c>ZipFile</c>) and images make no package either.
/// </remarks>
internal sealed class PackageSource(BucketStore buckets)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterValueException</c> (400): the bucket has no such object.
    /// </exception>
    public FunctionPackage? Read(JsonObject code)
    {
        if (code.Text("S3Bucket") is not { } name || buckets.Find(name) is not { } bucket)
        {
            return null;
        }

        var package = bucket.Find(code.RequiredText("S3Key"))
            ?? throw LambdaFaults.InvalidParameter(
                "Error occurred while GetObject. S3 Error Code: NoSuchKey. "
                + "S3 Error Message: The specified key does not exist.");
        return new(package.Content, Convert.ToBase64String(SHA256.HashData(package.Content.Span)));
    }
}
