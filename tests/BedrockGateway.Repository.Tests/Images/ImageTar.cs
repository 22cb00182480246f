using System.Formats.Tar;
using System.Text;
using System.Text.Json.Nodes;

namespace BedrockGateway.Repository.Tests.Images;

/// <summary>What <c>docker save</c> would write of an image that was never built.</summary>
internal static class ImageTar
{
    public const string Config = """{"config":{"User":"1654:1654"}}""";

    /// <summary>As Docker up to 24 writes it.</summary>
    public static MemoryStream Of(string config, params IEnumerable<LayerTar> layers) => Write(
        config,
        [.. layers.Select((layer, index) => ($"{index:D64}/layer.tar", layer.ToArray()))]);

    /// <summary>As Docker writes it since 25, its layers compressed.</summary>
    public static MemoryStream OciOf(string config, params IEnumerable<LayerTar> layers) => Write(
        config,
        [.. layers.Select((layer, index) => ($"blobs/sha256/{index:D64}", layer.ToGzip()))]);

    /// <summary>With a layer that is there once and named twice.</summary>
    public static MemoryStream TwiceOf(string config, LayerTar layer)
    {
        var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.SymbolicLink, "b/layer.tar") { LinkName = "../a/layer.tar" });
            Add(tar, "a/layer.tar", layer.ToArray());
            Describe(tar, config, ["a/layer.tar", "b/layer.tar"]);
        }

        return Rewound(archive);
    }

    private static MemoryStream Write(string config, IReadOnlyList<(string Path, byte[] Bytes)> layers)
    {
        var archive = new MemoryStream();
        using (var tar = new TarWriter(archive, TarEntryFormat.Ustar, leaveOpen: true))
        {
            // In no order at all.
            foreach (var (path, bytes) in layers.Reverse())
            {
                Add(tar, path, bytes);
            }

            Describe(tar, config, layers.Select(layer => layer.Path));
        }

        return Rewound(archive);
    }

    private static void Describe(TarWriter tar, string config, IEnumerable<string> layers)
    {
        Add(tar, "config.json", Encoding.UTF8.GetBytes(config));
        var manifest = new JsonObject
        {
            ["Config"] = "config.json",
            ["RepoTags"] = new JsonArray("test:1"),
            ["Layers"] = new JsonArray([.. layers.Select(layer => JsonValue.Create(layer))]),
        };
        Add(tar, "manifest.json", Encoding.UTF8.GetBytes(new JsonArray(manifest).ToJsonString()));
    }

    private static void Add(TarWriter tar, string path, byte[] bytes) =>
        tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(bytes) });

    private static MemoryStream Rewound(MemoryStream archive)
    {
        archive.Position = 0;
        return archive;
    }
}
