using System.Security.Cryptography;
using System.Text;
using BedrockGateway.Infra;

namespace BedrockGateway.AppHost;

/// <summary>Synthesized templates by a hash of what they are made of.</summary>
/// <remarks>A synthesis starts Node.js and takes seconds.</remarks>
internal sealed class TemplateCache
{
    private TemplateCache(string path) => FilePath = path;

    public string FilePath { get; }

    /// <summary>The template of some settings, under <c>.local/templates</c> of the app host's folder.</summary>
    public static TemplateCache For(GatewaySettings settings, string appHostDirectory)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(typeof(GatewayStack).Assembly.Location));
        hash.AppendData(Encoding.UTF8.GetBytes(typeof(Amazon.CDK.Stack).Assembly.FullName!));
        // A record prints every setting it has.
        hash.AppendData(Encoding.UTF8.GetBytes(settings.ToString()));
        var name = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new(Path.Combine(appHostDirectory, ".local", "templates", $"{name}.json"));
    }

    public string? Find() => File.Exists(FilePath) ? FilePath : null;

    /// <summary>Keeps a template. A process that starts at the same time sees the whole file or none.</summary>
    public void Save(string templatePath)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        var partial = $"{FilePath}.{Environment.ProcessId}";
        File.Copy(templatePath, partial, overwrite: true);
        File.Move(partial, FilePath, overwrite: true);
    }
}
