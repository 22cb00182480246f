using System.Globalization;
using Microsoft.Data.Sqlite;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>
/// The SQLite file of a folder. One thread at a time uses it, and one process.
/// </summary>
/// <remarks>
/// A commit is in the write-ahead log when it returns, in the hands of the operating system: what survives the end of
/// the process, however it comes. After a loss of power the last commits may be missing; the file stays whole.
/// Source: https://www.sqlite.org/wal.html, https://www.sqlite.org/pragma.html#pragma_synchronous
/// </remarks>
internal sealed class StateDatabase : IDisposable
{
    /// <summary>Counts up with each change of what the records look like.</summary>
    private const int Version = 1;

    private const string FileName = "state.db";

    // Whoever looks into the file with a tool of SQLite's may have it for a moment.
    private const int PatienceSeconds = 2;

    // The database, and what SQLite puts beside it.
    private static readonly string[] FileEnds = ["", "-wal", "-shm", "-journal"];

    private readonly SqliteConnection _connection;

    private StateDatabase(SqliteConnection connection) => _connection = connection;

    /// <summary>All that belongs to the database, whether it is there or not.</summary>
    public static IEnumerable<string> FilesIn(string folder) =>
        FileEnds.Select(end => Path.Combine(folder, FileName + end));

    /// <param name="folder">Full path of the folder, which exists.</param>
    /// <param name="owner">Account and region that the state is of.</param>
    /// <exception cref="StateFolderException">
    /// The folder holds another version, or another owner's state.
    /// </exception>
    /// <exception cref="SqliteException">The file is in use, damaged or none of SQLite's.</exception>
    public static StateDatabase Open(string folder, string owner)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, FileName),
            DefaultTimeout = PatienceSeconds,
            Pooling = false,
        };
        var connection = new SqliteConnection(address.ConnectionString);
        try
        {
            connection.Open();
            var database = new StateDatabase(connection);
            database.Prepare(folder, owner);
            return database;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>All records, the first saved first.</summary>
    public IReadOnlyList<SavedRow> ReadAll()
    {
        using var command = Command("SELECT kind, id, json FROM state ORDER BY rowid");
        using var reader = command.ExecuteReader();
        var rows = new List<SavedRow>();
        while (reader.Read())
        {
            rows.Add(new(reader.GetString(0), reader.GetString(1), reader.GetFieldValue<byte[]>(2)));
        }

        return rows;
    }

    /// <summary>Writes all rows, or none.</summary>
    public void Write(IReadOnlyList<SavedRow> rows)
    {
        using var transaction = _connection.BeginTransaction();
        // Not REPLACE, which would move the row to the end.
        using var save = Command(
            """
            INSERT INTO state (kind, id, json) VALUES ($kind, $id, $json)
            ON CONFLICT (kind, id) DO UPDATE SET json = excluded.json
            """);
        using var remove = Command("DELETE FROM state WHERE kind = $kind AND id = $id");
        foreach (var (kind, id, json) in rows)
        {
            var command = json is null ? remove : save;
            command.Parameters.Clear();
            command.Parameters.AddWithValue("$kind", kind);
            command.Parameters.AddWithValue("$id", id);
            if (json is not null)
            {
                command.Parameters.AddWithValue("$json", json);
            }

            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    public void Dispose() => _connection.Dispose();

    private void Prepare(string folder, string owner)
    {
        // Exclusive before the first access: the index of the log is then in memory and not in a file.
        Execute("PRAGMA locking_mode = EXCLUSIVE");
        Execute("PRAGMA journal_mode = WAL");
        Execute("PRAGMA synchronous = NORMAL");
        using var transaction = _connection.BeginTransaction();
        switch (Number("PRAGMA user_version"))
        {
            case 0 when Number("SELECT count(*) FROM sqlite_schema") == 0:
                Create(owner);
                break;
            case Version:
                RequireOwner(folder, owner);
                break;
            case var other:
                throw StateFolderFaults.OtherVersion(folder, other, Version);
        }

        transaction.Commit();
    }

    private void Create(string owner)
    {
        Execute("CREATE TABLE state (kind TEXT NOT NULL, id TEXT NOT NULL, json BLOB NOT NULL, UNIQUE (kind, id))");
        Execute("CREATE TABLE meta (owner TEXT NOT NULL)");
        using var insert = Command("INSERT INTO meta (owner) VALUES ($owner)");
        insert.Parameters.AddWithValue("$owner", owner);
        insert.ExecuteNonQuery();
        Execute(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version}"));
    }

    private void RequireOwner(string folder, string owner)
    {
        using var command = Command("SELECT owner FROM meta");
        if ((string?)command.ExecuteScalar() is var found && found != owner)
        {
            throw StateFolderFaults.OtherOwner(folder, found, owner);
        }
    }

    private long Number(string sql)
    {
        using var command = Command(sql);
        return (long)command.ExecuteScalar()!;
    }

    private void Execute(string sql)
    {
        using var command = Command(sql);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql)
    {
        var command = _connection.CreateCommand();
#pragma warning disable CA2100 // Every text is a constant of this class.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}
