using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>Files by the digest of what is in them, so that the same content is there once.</summary>
internal sealed class BlobFolder(string path)
{
    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <summary>Keeps some content, and returns the name under which it is read again.</summary>
    public string Write(ReadOnlySpan<byte> content)
    {
        var name = Convert.ToHexStringLower(SHA256.HashData(content));
        if (!_used.ContainsKey(name))
        {
            Directory.CreateDirectory(path);
            // Whole under its name or not there: the process may be killed while it writes.
            var unfinished = PathOf($"{name}.tmp");
            File.WriteAllBytes(unfinished, content);
            File.Move(unfinished, PathOf(name), overwrite: true);
            _used[name] = true;
        }

        return name;
    }

    /// <exception cref="IOException">There is no such content.</exception>
    public byte[] Read(string name)
    {
        _used.TryAdd(name, true);
        return File.ReadAllBytes(PathOf(name));
    }

    /// <summary>Removes what nobody has read or written yet; called when all records are loaded.</summary>
    public void Sweep()
    {
        if (!Directory.Exists(path))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(path).Where(file => !_used.ContainsKey(Path.GetFileName(file))))
        {
            File.Delete(file);
        }
    }

    private string PathOf(string name) => Path.Combine(path, name);
}
