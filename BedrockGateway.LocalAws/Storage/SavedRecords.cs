using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>
/// The records of one kind in the folder. A store reads them once, and says after each change which one it was.
/// </summary>
/// <remarks>
/// A change names the record and does not carry it: the writer asks the store for it, so that changes need no order
/// among themselves, and many of one record are written once. Records must not change themselves.
/// </remarks>
/// <param name="log">Where changes go.</param>
/// <param name="kind">Name of the kind, unique in the emulator.</param>
/// <param name="type">How a record is written.</param>
/// <param name="find">The store's present record of an id; <see langword="null"/> where there is none.</param>
internal sealed class SavedRecords<T>(StateLog log, string kind, JsonTypeInfo<T> type, Func<string, T?> find)
    : ISavedRecords
    where T : class
{
    /// <summary>What an earlier emulator left, in the order in which the records were first saved.</summary>
    /// <exception cref="StateFolderException">A record cannot be read.</exception>
    public IEnumerable<KeyValuePair<string, T>> Load()
    {
        foreach (var row in log.Take(kind))
        {
            yield return KeyValuePair.Create(row.Id, Parse(row));
        }
    }

    /// <summary>
    /// Says that a record was added, changed or removed; the reply to the caller waits until it is kept.
    /// </summary>
    public void Changed(string id) => log.Mark(this, id);

    /// <summary>The same of a record that nobody waits for: it is kept within <see cref="StateLog.Lag"/>.</summary>
    public void ChangedSoon(string id) => log.MarkSoon(this, id);

    SavedRow ISavedRecords.Read(string id) =>
        new(kind, id, find(id) is { } record ? JsonSerializer.SerializeToUtf8Bytes(record, type) : null);

    private T Parse(SavedRow row)
    {
        try
        {
            return JsonSerializer.Deserialize(row.Json, type) ?? throw new JsonException("The record is null.");
        }
        catch (Exception unreadable) when (unreadable is not StateFolderException)
        {
            throw log.Unreadable($"{kind} {row.Id}", unreadable);
        }
    }
}
