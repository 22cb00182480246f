using Microsoft.Data.Sqlite;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>A folder with the state of one emulator: a database, and files beside it.</summary>
internal sealed class StateFolder : IDisposable
{
    private readonly FileStream _lock;
    private readonly StateDatabase _database;
    private readonly Dictionary<string, List<SavedRow>> _unread;

    private StateFolder(string path, FileStream held, StateDatabase database)
    {
        Path = path;
        _lock = held;
        _database = database;
        _unread = database.ReadAll()
            .GroupBy(row => row.Kind, StringComparer.Ordinal)
            .ToDictionary(kind => kind.Key, kind => kind.ToList(), StringComparer.Ordinal);
        Blobs = new(BlobsIn(path));
    }

    public string Path { get; }

    public BlobFolder Blobs { get; }

    /// <summary>Opens the folder, which is made where there is none, for its owner's eyes only.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="isFresh">Whether what is kept there is deleted first; other files stay.</param>
    /// <param name="owner">Account and region that the state is of.</param>
    /// <exception cref="StateFolderException">It cannot be used.</exception>
    public static StateFolder Open(string path, bool isFresh, string owner)
    {
        var folder = System.IO.Path.GetFullPath(path);
        FileStream? held = null;
        StateDatabase? database = null;
        try
        {
            Make(folder);
            held = Lock(folder);
            if (isFresh)
            {
                Clear(folder);
            }

            database = StateDatabase.Open(folder, owner);
            return new(folder, held, database);
        }
        catch (Exception failure)
        {
            database?.Dispose();
            held?.Dispose();
            throw failure switch
            {
                SqliteException damage => StateFolderFaults.Of(folder, damage),
                IOException or UnauthorizedAccessException => StateFolderFaults.NoFolder(folder, failure),
                _ => failure,
            };
        }
    }

    /// <summary>The records of a kind as they were found; they are handed out once.</summary>
    public IReadOnlyList<SavedRow> Take(string kind)
    {
        lock (_unread)
        {
            return _unread.Remove(kind, out var rows) ? rows : [];
        }
    }

    public void Write(IReadOnlyList<SavedRow> rows) => _database.Write(rows);

    public void Dispose()
    {
        _database.Dispose();
        _lock.Dispose();
    }

    private static string BlobsIn(string folder) => System.IO.Path.Combine(folder, "objects");

    // The operating system lets go of it when the process ends, also when it is killed.
    private static FileStream Lock(string folder)
    {
        try
        {
            return new(
                System.IO.Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw StateFolderFaults.InUse(folder, held);
        }
    }

    private static void Clear(string folder)
    {
        foreach (var file in StateDatabase.FilesIn(folder))
        {
            File.Delete(file);
        }

        if (Directory.Exists(BlobsIn(folder)))
        {
            Directory.Delete(BlobsIn(folder), recursive: true);
        }
    }

    // Keys, tokens and password hashes are in it.
    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }
}
