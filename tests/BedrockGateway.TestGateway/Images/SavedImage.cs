using System.Formats.Tar;
using System.Text.Json.Nodes;

namespace BedrockGateway.TestGateway.Images;

/// <summary>An image as <c>docker save</c> writes it: a tar with its configuration and its layers.</summary>
/// <param name="Config">The image's configuration, with its history.</param>
/// <param name="Layers">The layers, the lowest first.</param>
/// <remarks>
/// Both layouts have a <c>manifest.json</c> that names the other files: that of Docker up to 24, with a folder for each
/// layer, and that of OCI, with <c>blobs</c>. Source:
/// https://github.com/moby/docker-image-spec/blob/main/v1.2.md
/// </remarks>
internal sealed record SavedImage(JsonObject Config, IReadOnlyList<ImageLayer> Layers)
{
    // [{"Config":"3254.json","RepoTags":["api:1.0"],"Layers":["5068/layer.tar"]}]
    private const string Manifest = "manifest.json";

    /// <summary>Bytes of all layers, unpacked.</summary>
    public long Bytes => Layers.Sum(layer => layer.Bytes);

    /// <summary>Reads the one image of an archive.</summary>
    /// <param name="archive">What <c>docker save</c> wrote.</param>
    /// <param name="cancellationToken">Ends reading.</param>
    /// <exception cref="InvalidDataException">
    /// It is no such archive, has several images, or names what it has not.
    /// </exception>
    public static async Task<SavedImage> ReadAsync(Stream archive, CancellationToken cancellationToken)
    {
        var parts = await ReadPartsAsync(archive, cancellationToken);
        if (JsonNode.Parse(Find(parts, Manifest)) is not JsonArray { Count: 1 } images)
        {
            throw new InvalidDataException("The archive has not exactly one image.");
        }

        var config = JsonNode.Parse(Find(parts, (string)images[0]![nameof(Config)]!))!.AsObject();
        var layers = new List<ImageLayer>();
        foreach (var layer in images[0]![nameof(Layers)]!.AsArray())
        {
            layers.Add(await ImageLayer.ReadAsync(Find(parts, (string)layer!), cancellationToken));
        }

        return new(config, layers);
    }

    /// <summary>What a container sees: each layer over those below it.</summary>
    public IReadOnlyCollection<ImageFile> Visible()
    {
        var seen = new SortedDictionary<string, ImageFile>(StringComparer.Ordinal);
        foreach (var layer in Layers)
        {
            // A layer hides what is below it and nothing of its own, wherever in it that stands.
            foreach (var path in layer.Hidden)
            {
                seen.Remove(path);
                RemoveBelow(seen, path);
            }

            foreach (var folder in layer.Emptied)
            {
                RemoveBelow(seen, folder);
            }

            foreach (var file in layer.Files)
            {
                if (!file.IsFolder && seen.TryGetValue(file.Path, out var replaced) && replaced.IsFolder)
                {
                    RemoveBelow(seen, file.Path);
                }

                seen[file.Path] = file;
            }
        }

        return seen.Values;
    }

    private static void RemoveBelow(SortedDictionary<string, ImageFile> seen, string folder)
    {
        var start = folder.Length == 0 ? "" : $"{folder}/";
        foreach (var path in seen.Keys.Where(path => path.StartsWith(start, StringComparison.Ordinal)).ToList())
        {
            seen.Remove(path);
        }
    }

    // A layer that is there twice may be a link the second time: ../5068/layer.tar.
    private static async Task<Dictionary<string, byte[]>> ReadPartsAsync(
        Stream archive, CancellationToken cancellationToken)
    {
        var parts = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var links = new List<(string Path, string Target)>();
        await using var tar = new TarReader(archive, leaveOpen: true);
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            var path = ImageLayer.PathOf(entry.Name);
            if (entry.EntryType is TarEntryType.SymbolicLink)
            {
                links.Add((path, Path.GetFullPath(entry.LinkName, $"/{Path.GetDirectoryName(path)}")[1..]));
            }
            else if (entry.EntryType is TarEntryType.HardLink)
            {
                links.Add((path, ImageLayer.PathOf(entry.LinkName)));
            }
            else if (entry.DataStream is { } data)
            {
                var bytes = new byte[checked((int)entry.Length)];
                await data.ReadExactlyAsync(bytes, cancellationToken);
                parts[path] = bytes;
            }
        }

        foreach (var (path, target) in links)
        {
            parts[path] = Find(parts, target);
        }

        return parts;
    }

    private static byte[] Find(Dictionary<string, byte[]> parts, string path) =>
        parts.TryGetValue(path, out var bytes)
            ? bytes
            : throw new InvalidDataException($"The archive has no {path}.");
}
