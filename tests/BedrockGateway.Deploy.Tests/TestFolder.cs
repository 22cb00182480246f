namespace BedrockGateway.Deploy.Tests;

/// <summary>A temporary folder that goes with the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("deploy-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
