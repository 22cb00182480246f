using System.Reflection;
using Amazon.APIGateway;
using Amazon.Bedrock;
using Amazon.BedrockRuntime;
using Amazon.CloudFormation;
using Amazon.CognitoIdentityProvider;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;
using Amazon.Lambda.AspNetCoreServer.Hosting;
using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using Aspire.Hosting;

namespace BedrockGateway.Compat.Tests;

/// <summary>
/// <c>compat/signatures/&lt;package id&gt;.txt</c> lists what this solution may use of a package, read from
/// official sources; the first test is worth most when the official packages are in.
/// </summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<Type> Members =>
    [
        typeof(AmazonAPIGatewayClient),
        typeof(AmazonBedrockClient),
        typeof(AmazonBedrockRuntimeClient),
        typeof(AmazonCloudFormationClient),
        typeof(AmazonCognitoIdentityProviderClient),
        typeof(DistributedApplication),
        typeof(LambdaExtensions),
        typeof(APIGatewayProxyRequest),
        typeof(ResponseContentEncoding),
        typeof(HostingOptions),
        typeof(CognitoPreSignupEvent),
        typeof(ILambdaContext),
        typeof(LambdaBootstrap),
        typeof(AwsNamingPolicy),
    ];

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void Package_HasEverySignature(Type member) =>
        Assert.Empty(Signatures(member.Assembly).Except(PublicSurface.Lines(member.Assembly)));

    [Theory]
    [MemberData(nameof(Members), DisableDiscoveryEnumeration = true)]
    public void Subset_HasNothingElse(Type member)
    {
        var company = member.Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        // A project that names no company has its own name there.
        Assert.SkipWhen(company != member.Assembly.GetName().Name, "The official package is in.");

        Assert.Empty(PublicSurface.Lines(member.Assembly).Except(Signatures(member.Assembly)));
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
