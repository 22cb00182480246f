using System.Security.Cryptography;
using System.Text;
using BedrockGateway.Infra;

namespace BedrockGateway.AppHost;

/// <summary>Synthesized templates by a hash of what they are made of.</summary>
/// <remarks>A synthesis starts Node.js and takes seconds.</remarks>
internal sealed class TemplateCache
{
    /// <summary>How many are kept. Each set of settings and each build of the stack has one of its own.</summary>
    public const int MostKept = 20;

    private readonly TimeProvider _clock;

    private TemplateCache(string path, TimeProvider clock) => (FilePath, _clock) = (path, clock);

    public string FilePath { get; }

    /// <summary>The template of some settings, under <c>.local/templates</c> of the app host's folder.</summary>
    public static TemplateCache For(GatewaySettings settings, string appHostDirectory, TimeProvider clock)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(File.ReadAllBytes(typeof(GatewayStack).Assembly.Location));
        hash.AppendData(Encoding.UTF8.GetBytes(typeof(Amazon.CDK.Stack).Assembly.FullName!));
        // A record prints every setting it has.
        hash.AppendData(Encoding.UTF8.GetBytes(settings.ToString()));
        var name = Convert.ToHexStringLower(hash.GetHashAndReset());
        return new(Path.Combine(appHostDirectory, ".local", "templates", $"{name}.json"), clock);
    }

    /// <summary>The template's file; synthesized where it is not known yet.</summary>
    /// <exception cref="StartFailureException">It must be synthesized and Node.js is missing.</exception>
    public string GetOrMake(GatewaySettings settings)
    {
        if (Find() is { } known)
        {
            return known;
        }

        NodeJs.RequireInstalled();
        var folder = Directory.CreateTempSubdirectory("bedrock-gateway-cdk-");
        try
        {
            var app = new Amazon.CDK.App(new Amazon.CDK.AppProps { Outdir = folder.FullName });
            _ = new GatewayStack(app, settings);
            Save(app.Synth().GetStackByName(settings.StackName).TemplateFullPath);
            return FilePath;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public string? Find()
    {
        try
        {
            // Those in use are the last to go.
            File.SetLastWriteTimeUtc(FilePath, _clock.GetUtcNow().UtcDateTime);
            return FilePath;
        }
        catch (Exception absent) when (absent is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>
    /// Keeps a template, and forgets those that were longest not used. A process that starts at the same time sees the
    /// whole file or none.
    /// </summary>
    public void Save(string templatePath)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        var partial = $"{FilePath}.{Environment.ProcessId}";
        File.Copy(templatePath, partial, overwrite: true);
        File.SetLastWriteTimeUtc(partial, _clock.GetUtcNow().UtcDateTime);
        File.Move(partial, FilePath, overwrite: true);
        foreach (var old in folder.GetFiles().OrderByDescending(file => file.LastWriteTimeUtc).Skip(MostKept))
        {
            old.Delete();
        }
    }
}
