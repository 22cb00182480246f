using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace BedrockGateway.Repository.Tests.Images;

/// <summary>A layer's tar, made entry by entry.</summary>
internal sealed class LayerTar
{
    private readonly MemoryStream _bytes = new();
    private readonly TarWriter _tar;

    public LayerTar() => _tar = new(_bytes, TarEntryFormat.Pax, leaveOpen: true);

    /// <param name="path">Where it is.</param>
    /// <param name="mode">Its permissions in octal digits: <c>4755</c>.</param>
    /// <param name="content">Its text.</param>
    /// <param name="encoding">How its text is written; as UTF-8 if not given.</param>
    public LayerTar File(string path, string mode = "644", string content = "", Encoding? encoding = null) => Add(
        new(TarEntryType.RegularFile, path)
        {
            DataStream = new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(content)),
        },
        mode);

    public LayerTar Folder(string path, string mode = "755") => Add(new(TarEntryType.Directory, path), mode);

    public LayerTar Link(string path, string target) =>
        Add(new(TarEntryType.SymbolicLink, path) { LinkName = target }, "777");

    public LayerTar FileWithCapabilities(string path) => Add(
        new(
            TarEntryType.RegularFile,
            path,
            [KeyValuePair.Create("SCHILY.xattr.security.capability", "\u0001\0\0\u0002\0\u0004\0\0")]),
        "755");

    public byte[] ToArray()
    {
        _tar.Dispose();
        return _bytes.ToArray();
    }

    public byte[] ToGzip()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(ToArray());
        }

        return packed.ToArray();
    }

    private LayerTar Add(PaxTarEntry entry, string mode)
    {
        entry.Mode = (UnixFileMode)Convert.ToInt32(mode, 8);
        _tar.WriteEntry(entry);
        return this;
    }
}
