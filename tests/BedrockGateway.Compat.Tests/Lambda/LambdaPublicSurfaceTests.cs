using System.Reflection;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.AspNetCoreServer;
using Amazon.Lambda.AspNetCoreServer.Hosting;
using Amazon.Lambda.CognitoEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.RuntimeSupport;
using Amazon.Lambda.Serialization.SystemTextJson;
using BedrockGateway.Compat.Tests.AwsSdk;

namespace BedrockGateway.Compat.Tests.Lambda;

/// <summary><c>compat/signatures/&lt;package id&gt;.txt</c> lists what this solution may use of a package.</summary>
public sealed class LambdaPublicSurfaceTests
{
    public static TheoryData<Type> Types =>
    [
        typeof(APIGatewayProxyRequest),
        typeof(ResponseContentEncoding),
        typeof(HostingOptions),
        typeof(CognitoPreSignupEvent),
        typeof(ILambdaContext),
        typeof(LambdaBootstrap),
        typeof(AwsNamingPolicy),
    ];

    [Theory]
    [MemberData(nameof(Types), DisableDiscoveryEnumeration = true)]
    public void Package_HasEverySignature(Type type) =>
        Assert.Empty(Signatures(type.Assembly).Except(PublicSurface.Lines(type.Assembly)));

    [Theory]
    [MemberData(nameof(Types), DisableDiscoveryEnumeration = true)]
    public void Subset_HasNothingElse(Type type)
    {
        // An assembly of this solution has its own name for a company.
        var company = type.Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        Assert.SkipWhen(company != type.Assembly.GetName().Name, "The official package is in.");

        Assert.Empty(PublicSurface.Lines(type.Assembly).Except(Signatures(type.Assembly)));
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
