using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.Infra.Packaging;

/// <summary>All that a package is made of, as one hash: the same hash, the same package.</summary>
internal static class PackageInputs
{
    private static readonly string[] Folders = ["BedrockGateway.Api", "BedrockGateway.ServiceDefaults", "compat"];

    private static readonly string[] Files =
    [
        "Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "docs/openapi.json",
        "global.json", "NuGet.Config",
    ];

    // Folders of outputs, and parts of compat that no function has.
    private static readonly string[] Left = ["bin", "obj", "signatures"];

    /// <param name="root">Folder of the solution.</param>
    /// <param name="recipe">Which build it is.</param>
    public static string Hash(string root, PackageRecipe recipe)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // The SDK brings compilers and the native runtime; it comes with a runtime of its own version.
        hash.AppendData(Encoding.UTF8.GetBytes($"{recipe}\n{RuntimeInformation.FrameworkDescription}\n"));
        var paths = Folders.SelectMany(folder => Sources(new(Path.Combine(root, folder))))
            .Concat(Files.Select(file => Path.Combine(root, file)).Where(File.Exists));
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{Path.GetRelativePath(root, path).Replace('\\', '/')}\n"));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(path)));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<string> Sources(DirectoryInfo folder) => folder.EnumerateDirectories()
        .Where(child => !Left.Contains(child.Name) && !child.Name.StartsWith("Aspire.", StringComparison.Ordinal))
        .SelectMany(Sources)
        .Concat(folder.EnumerateFiles().Select(file => file.FullName));
}
