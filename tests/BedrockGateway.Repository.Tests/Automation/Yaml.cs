using YamlDotNet.RepresentationModel;

namespace BedrockGateway.Repository.Tests.Automation;

/// <summary>Files of YAML, by their nodes.</summary>
internal static class Yaml
{
    /// <param name="path">Path below the root.</param>
    public static YamlMappingNode Read(string path)
    {
        using var reader = new StringReader(Repository.Read(path));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    public static YamlNode? Find(this YamlNode node, string key) =>
        node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;

    public static string? Text(this YamlNode node, string key) => (node.Find(key) as YamlScalarNode)?.Value;

    public static IEnumerable<(string Name, YamlNode Node)> Entries(this YamlNode? node) =>
        node is YamlMappingNode map
            ? map.Children.Select(child => (((YamlScalarNode)child.Key).Value!, child.Value))
            : [];

    public static IEnumerable<YamlNode> Items(this YamlNode? node) => node is YamlSequenceNode list ? list : [];

    public static IEnumerable<string> Texts(this YamlNode? node) =>
        node.Items().Select(item => ((YamlScalarNode)item).Value!);
}
