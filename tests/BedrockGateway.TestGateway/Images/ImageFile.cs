using System.Formats.Tar;

namespace BedrockGateway.TestGateway.Images;

/// <summary>An entry of a layer.</summary>
/// <param name="Path">Where it is, without a slash at either end: <c>usr/bin/env</c>.</param>
/// <param name="Type">What it is.</param>
/// <param name="Mode">Who may do what with it.</param>
/// <param name="Content">Its bytes; none of what is no file.</param>
/// <param name="HasCapabilities">Whether whoever runs it gets capabilities of the kernel.</param>
internal sealed record ImageFile(
    string Path, TarEntryType Type, UnixFileMode Mode, ReadOnlyMemory<byte> Content, bool HasCapabilities)
{
    public bool IsFile => Type is TarEntryType.RegularFile or TarEntryType.V7RegularFile
        or TarEntryType.ContiguousFile or TarEntryType.HardLink;

    public bool IsFolder => Type is TarEntryType.Directory or TarEntryType.DirectoryList;

    /// <summary>The last part of its path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Where it is, as seen in a container.</summary>
    public override string ToString() => $"/{Path}";
}
