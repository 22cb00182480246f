using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.S3;

/// <summary>Buckets of the account, by name.</summary>
internal sealed class BucketStore
{
    private readonly StateLog _state;
    private readonly SavedRecords<SavedBucket> _saved;
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);

    public BucketStore(StateLog state)
    {
        _state = state;
        _saved = state.Open(
            "s3.buckets", S3StateContext.Of(state).SavedBucket, name => Find(name) is null ? null : new(name));
        foreach (var (name, _) in _saved.Load())
        {
            _buckets[name] = new(name, state);
        }
    }

    public Bucket? Find(string name) => _buckets.GetValueOrDefault(name);

    /// <summary>Adds an empty bucket; <see langword="false"/> where there is one of the name.</summary>
    public bool TryAdd(string name)
    {
        if (_buckets.ContainsKey(name) || !_buckets.TryAdd(name, new(name, _state)))
        {
            return false;
        }

        _saved.Changed(name);
        return true;
    }

    public bool Remove(string name)
    {
        var removed = _buckets.TryRemove(name, out _);
        _saved.Changed(name);
        return removed;
    }
}

/// <summary>Objects of a bucket, the latest version of each.</summary>
internal sealed class Bucket
{
    private readonly SavedRecords<StoredObject> _saved;
    private readonly ConcurrentDictionary<string, StoredObject> _objects;

    public Bucket(string name, StateLog state)
    {
        _saved = state.Open($"s3.objects/{name}", S3StateContext.Of(state).StoredObject, Find);
        _objects = new(_saved.Load(), StringComparer.Ordinal);
    }

    public bool IsEmpty => _objects.IsEmpty;

    /// <summary>Uploads in parts that are not complete, by upload id; they end with the emulator.</summary>
    public ConcurrentDictionary<string, MultipartUpload> Uploads { get; } = new(StringComparer.Ordinal);

    public StoredObject? Find(string key) => _objects.GetValueOrDefault(key);

    public void Put(StoredObject content)
    {
        _objects[content.Key] = content;
        _saved.Changed(content.Key);
    }

    public void Remove(string key)
    {
        _objects.TryRemove(key, out _);
        _saved.Changed(key);
    }

    /// <summary>Objects in the order of their keys' UTF-8 bytes, as S3 lists them.</summary>
    public IEnumerable<StoredObject> List(string prefix) => _objects.Values
        .Where(content => content.Key.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(content => content.Key, StringComparer.Ordinal);
}

/// <summary>An object.</summary>
/// <param name="Key">Name in the bucket.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="ETag">In quotes: lower-case hex MD5 of the content, or of the parts' digests with their number.</param>
/// <param name="Modified">When it was put.</param>
/// <param name="Headers">Headers to return: content type and encoding, user metadata, checksums.</param>
internal sealed record StoredObject(
    string Key,
    ReadOnlyMemory<byte> Content,
    string ETag,
    DateTimeOffset Modified,
    IReadOnlyDictionary<string, string> Headers);

/// <summary>An upload in parts.</summary>
/// <param name="Key">Name of the object to be.</param>
/// <param name="Headers">Headers of the object to be.</param>
internal sealed record MultipartUpload(string Key, IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Parts by their number, 1 to 10,000.</summary>
    public ConcurrentDictionary<int, ReadOnlyMemory<byte>> Parts { get; } = new();
}
