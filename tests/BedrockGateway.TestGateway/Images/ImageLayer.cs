using System.Formats.Tar;
using System.IO.Compression;

namespace BedrockGateway.TestGateway.Images;

/// <summary>What one layer adds to those below it, and what it hides of them.</summary>
/// <param name="Files">What it adds.</param>
/// <param name="Hidden">Paths that it removes, with all below them.</param>
/// <param name="Emptied">Folders whose former content it removes.</param>
/// <remarks>Source: https://github.com/opencontainers/image-spec/blob/main/layer.md</remarks>
internal sealed record ImageLayer(
    IReadOnlyList<ImageFile> Files, IReadOnlyList<string> Hidden, IReadOnlyList<string> Emptied)
{
    private const string Whiteout = ".wh.";
    private const string Opaque = ".wh..wh..opq";

    // What tar calls the extended attribute of the same name.
    private const string Capabilities = "SCHILY.xattr.security.capability";

    /// <summary>Bytes of all files that it adds.</summary>
    public long Bytes => Files.Sum(file => (long)file.Content.Length);

    /// <summary>Reads the layer's tar, compressed or not.</summary>
    /// <exception cref="InvalidDataException">
    /// It is neither tar nor tar in gzip, or has an extended attribute with a line feed in it, as the capabilities of a
    /// few programs have: .NET cannot read those, and a scan rather fails than passes them over.
    /// </exception>
    public static async Task<ImageLayer> ReadAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var (files, hidden, emptied) = (new List<ImageFile>(), new List<string>(), new List<string>());
        await using var tar = new TarReader(Open(bytes));
        while (await tar.GetNextEntryAsync(copyData: false, cancellationToken) is { } entry)
        {
            if (entry.EntryType is TarEntryType.GlobalExtendedAttributes)
            {
                continue;
            }

            var path = PathOf(entry.Name);
            var (folder, name) = Split(path);
            if (name == Opaque)
            {
                emptied.Add(folder);
            }
            else if (name.StartsWith(Whiteout, StringComparison.Ordinal))
            {
                hidden.Add(Join(folder, name[Whiteout.Length..]));
            }
            else if (path.Length > 0)
            {
                files.Add(await FileOfAsync(path, entry, cancellationToken));
            }
        }

        return new(files, hidden, emptied);
    }

    /// <summary>Tars differ in how they begin: <c>./usr/bin/</c> and <c>/usr/bin</c> are both <c>usr/bin</c>.</summary>
    public static string PathOf(string name) => string.Join(
        '/', name.Split('/', StringSplitOptions.RemoveEmptyEntries).Where(part => part != "."));

    private static async Task<ImageFile> FileOfAsync(string path, TarEntry entry, CancellationToken cancellationToken)
    {
        var content = new byte[entry.DataStream is null ? 0 : checked((int)entry.Length)];
        if (entry.DataStream is { } data)
        {
            await data.ReadExactlyAsync(content, cancellationToken);
        }

        var hasCapabilities = entry is PaxTarEntry pax && pax.ExtendedAttributes.ContainsKey(Capabilities);
        return new(path, entry.EntryType, entry.Mode, content, hasCapabilities);
    }

    // The first bytes of gzip are 1f 8b.
    private static Stream Open(byte[] bytes)
    {
        var raw = new MemoryStream(bytes, writable: false);
        return bytes is [0x1f, 0x8b, ..] ? new GZipStream(raw, CompressionMode.Decompress) : raw;
    }

    private static (string Folder, string Name) Split(string path)
    {
        var slash = path.LastIndexOf('/');
        return (slash < 0 ? "" : path[..slash], path[(slash + 1)..]);
    }

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";
}
