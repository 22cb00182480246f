using YamlDotNet.RepresentationModel;

namespace BedrockGateway.Repository.Tests.Automation;

/// <summary>A workflow of GitHub Actions.</summary>
/// <param name="Path">Path below the root.</param>
internal sealed record Workflow(string Path)
{
    private const string Folder = ".github/workflows";

    public static IEnumerable<string> Paths =>
        Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, Folder))
            .Select(file => $"{Folder}/{System.IO.Path.GetFileName(file)}")
            .Order(StringComparer.Ordinal);

    public YamlMappingNode Root { get; } = Yaml.Read(Path);

    public string[] Lines { get; } = Repository.Read(Path).Split('\n');

    public IEnumerable<(string Name, YamlNode Node)> Jobs => Root.Find("jobs").Entries();

    public IEnumerable<YamlNode> Steps => Jobs.SelectMany(job => job.Node.Find("steps").Items());

    /// <summary>What the steps' shells are given.</summary>
    public IEnumerable<string> Commands => Steps.Select(step => step.Text("run")).OfType<string>();
}
