namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>A PATH on which there is no Node.js.</summary>
internal sealed class NodelessPath : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("bedrock-gateway-path-");

    public NodelessPath() =>
        // The guard of the app host's children pauses with it.
        File.CreateSymbolicLink(Path.Combine(_folder.FullName, "sleep"), "/bin/sleep");

    public (string Name, string Value) Variable => ("PATH", _folder.FullName);

    public void Dispose() => _folder.Delete(recursive: true);
}
