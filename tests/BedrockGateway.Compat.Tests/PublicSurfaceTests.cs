using System.Reflection;

namespace BedrockGateway.Compat.Tests;

/// <summary>
/// <c>compat/signatures/&lt;package id&gt;.txt</c> lists what this solution may use of a package, read from
/// official sources; the first test is worth most when the official packages are in.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Compat = Path.Combine(Root(), "compat");

    /// <summary>Every package that has a stand-in, by its id, which is the name of its assembly too.</summary>
    public static TheoryData<string> Packages =>
        [.. Directory.EnumerateFiles(Compat, "*.csproj", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Packages))]
    public void Package_HasEverySignature(string id) =>
        Assert.Empty(Signatures(id).Except(PublicSurface.Lines(Assembly.Load(id))));

    [Theory]
    [MemberData(nameof(Packages))]
    public void Subset_HasNothingElse(string id)
    {
        var assembly = Assembly.Load(id);
        var company = assembly.GetCustomAttribute<AssemblyCompanyAttribute>()?.Company;
        // A project that names no company has its own name there.
        Assert.SkipWhen(company != id, "The official package is in.");

        Assert.Empty(PublicSurface.Lines(assembly).Except(Signatures(id)));
    }

    [Fact]
    public void Signatures_SayWhereTheyWereRead() =>
        Assert.All(
            Packages,
            id => Assert.Matches("^# Sources?: .*[0-9]", File.ReadLines(SignatureFile(id.Data)).First()));

    [Fact]
    public void Signatures_AreOfPackagesThatHaveAStandIn() =>
        Assert.Equal(
            Packages.Select(id => id.Data),
            Directory.EnumerateFiles(Path.Combine(Compat, "signatures"), "*.txt")
                .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    private static string SignatureFile(string id) => Path.Combine(Compat, "signatures", $"{id}.txt");

    private static IEnumerable<string> Signatures(string id) =>
        File.ReadLines(SignatureFile(id)).Where(line => !line.StartsWith('#'));

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
