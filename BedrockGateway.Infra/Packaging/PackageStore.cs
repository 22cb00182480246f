using System.Security.Cryptography;
using System.Text;

namespace BedrockGateway.Infra.Packaging;

/// <summary>Built packages, each a folder named by the hash of what it was made of.</summary>
/// <param name="folder">Where they are kept.</param>
internal sealed class PackageStore(string folder)
{
    // Enough to go back and forth between settings; a package has tens of megabytes.
    private const int Kept = 4;

    /// <summary>The package of a hash; built if there is none. Other processes wait for it meanwhile.</summary>
    /// <param name="hash">What it is made of.</param>
    /// <param name="build">Builds it into the given folder.</param>
    public string Get(string hash, Action<string> build)
    {
        var package = Path.Combine(folder, hash);
        if (Directory.Exists(package))
        {
            return package;
        }

        using var turn = new Mutex(initiallyOwned: false, MutexName());
        Await(turn);
        try
        {
            if (!Directory.Exists(package))
            {
                Build(package, build);
            }

            return package;
        }
        finally
        {
            turn.ReleaseMutex();
        }
    }

    private void Build(string package, Action<string> build)
    {
        // What is there under the hash is whole: a build that ends early leaves only the other name.
        var partial = $"{package}.partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        build(partial);
        Directory.Move(partial, package);
        var old = new DirectoryInfo(folder).GetDirectories()
            .Where(other => other.FullName != package)
            .OrderByDescending(other => other.LastWriteTimeUtc)
            .Skip(Kept - 1);
        foreach (var other in old)
        {
            other.Delete(recursive: true);
        }
    }

    private static void Await(Mutex turn)
    {
        try
        {
            turn.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Who had it was killed; it is ours now, and an unfinished package does not count.
        }
    }

    private string MutexName() => "bedrock-gateway-packages-"
        + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(folder))))[..16];
}
