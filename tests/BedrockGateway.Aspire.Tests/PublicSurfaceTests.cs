using System.Reflection;
using BedrockGateway.Compat.Tests.AwsSdk;

namespace BedrockGateway.Aspire.Tests;

/// <summary>
/// <c>compat/signatures/&lt;package id&gt;.txt</c> lists what this solution may use of a package, read from the
/// official sources; the first test is worth most when the official packages are in.
/// </summary>
public sealed class PublicSurfaceTests
{
    public static TheoryData<Type> Packages => [typeof(DistributedApplication), typeof(LambdaExtensions)];

    [Theory]
    [MemberData(nameof(Packages), DisableDiscoveryEnumeration = true)]
    public void Package_HasEverySignature(Type package) =>
        Assert.Empty(Signatures(package.Assembly).Except(PublicSurface.Lines(package.Assembly)));

    [Theory]
    [MemberData(nameof(Packages), DisableDiscoveryEnumeration = true)]
    public void Subset_HasNothingElse(Type package)
    {
        var company = package.Assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        Assert.SkipWhen(
            company?.StartsWith("Aspire", StringComparison.Ordinal) is not true, "The official package is in.");

        Assert.Empty(PublicSurface.Lines(package.Assembly).Except(Signatures(package.Assembly)));
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
