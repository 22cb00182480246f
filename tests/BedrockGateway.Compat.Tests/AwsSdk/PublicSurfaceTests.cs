using System.Reflection;
using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CloudFormation;
using Amazon.CognitoIdentityProvider;

namespace BedrockGateway.Compat.Tests.AwsSdk;

/// <summary>
/// <c>compat/signatures/&lt;package id&gt;.txt</c> lists what this solution may use of a package, read from
/// official sources; the first test is worth most when the official packages are in.
/// </summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<Type> Clients =>
    [
        typeof(AmazonAPIGatewayClient),
        typeof(AmazonBedrockClient),
        typeof(AmazonBedrockRuntimeClient),
        typeof(AmazonCloudFormationClient),
        typeof(AmazonCognitoIdentityProviderClient),
    ];

    [Theory]
    [MemberData(nameof(Clients), DisableDiscoveryEnumeration = true)]
    public void Package_HasEverySignature(Type client) =>
        Assert.Empty(Signatures(client.Assembly).Except(PublicSurface.Lines(client.Assembly)));

    [Theory]
    [MemberData(nameof(Clients), DisableDiscoveryEnumeration = true)]
    public void Subset_HasNothingElse(Type client)
    {
        var company = client.Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        Assert.SkipWhen(company?.StartsWith("Amazon", StringComparison.Ordinal) is true, "The official package is in.");

        Assert.Empty(PublicSurface.Lines(client.Assembly).Except(Signatures(client.Assembly)));
    }

    private static IEnumerable<string> Signatures(Assembly assembly) =>
        File.ReadLines(Path.Combine(Root(), "compat", "signatures", $"{assembly.GetName().Name}.txt"))
            .Where(line => !line.StartsWith('#'));

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BedrockGateway.sln")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("No parent folder is the root.");
        }

        return folder.FullName;
    }
}
