using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.LocalAws.Storage;

/// <summary>
/// What is kept of all stores: one thread writes their changes to the folder, as many at a time as there are.
/// </summary>
/// <remarks>
/// A store changes itself and then says so; whoever tells a caller of the change, or of what follows from it, first
/// waits for <see cref="CommittedAsync"/>. Without a folder nothing of this does anything.
/// </remarks>
internal sealed partial class StateLog : IAsyncDisposable
{
    /// <summary>Longest time that a change of which nobody is told, such as a counted request, is not kept.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromMilliseconds(500);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StateFolder? _folder;
    private readonly ILogger _log;
    private readonly ITimer? _later;
    private StateBatch _waiting = new();
    private StateBatch _lagging = new();
    private StateBatch? _writing;
    private int _held;
    private DateTimeOffset _heldUntil;
    private bool _isStopping;
    private bool _isEnded;

    private StateLog(StateFolder? folder, ILogger log)
    {
        _folder = folder;
        _log = log;
        if (folder is not null)
        {
            _later = TimeProvider.System.CreateTimer(
                _ => Wake(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            new Thread(() => Write(folder)) { IsBackground = true, Name = "LocalAws state" }.Start();
        }
    }

    /// <summary>For an emulator that keeps nothing.</summary>
    public static StateLog None { get; } = new(null, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance);

    public bool IsKept => _folder is not null;

    public string? Folder => _folder?.Path;

    /// <summary>Files for what is too large for a record; <see langword="null"/> without a folder.</summary>
    public BlobFolder? Blobs => _folder?.Blobs;

    /// <exception cref="StateFolderException">The folder cannot be used.</exception>
    public static StateLog Open(LocalAwsOptions options, ILogger<StateLog> log) => options.DataFolder is { } path
        ? new(StateFolder.Open(path, options.Fresh, $"account {options.AccountId} in {options.Region}"), log)
        : None;

    /// <summary>The records of one kind.</summary>
    public SavedRecords<T> Open<T>(string kind, JsonTypeInfo<T> type, Func<string, T?> find)
        where T : class => new(this, kind, type, find);

    /// <summary>Ends when everything that has changed so far is kept.</summary>
    /// <exception cref="Exception">It could not be written. It is tried again.</exception>
    public Task CommittedAsync()
    {
        lock (_gate)
        {
            return !_waiting.IsEmpty ? _waiting.Committed : _writing?.Committed ?? Task.CompletedTask;
        }
    }

    /// <summary>What changes until the end of the returned is kept together or not at all.</summary>
    /// <param name="atMost">Callers wait meanwhile; after this time they no longer do.</param>
    public Together Hold(TimeSpan atMost)
    {
        var now = TimeProvider.System.GetUtcNow();
        lock (_gate)
        {
            _heldUntil = _held == 0 || _heldUntil < now + atMost ? now + atMost : _heldUntil;
            _held++;
        }

        return new(this);
    }

    public IReadOnlyList<SavedRow> Take(string kind) => _folder?.Take(kind) ?? [];

    public StateFolderException Unreadable(string what, Exception failure) =>
        StateFolderFaults.Damaged(_folder?.Path ?? string.Empty, what, failure);

    public void Mark(ISavedRecords records, string id)
    {
        if (_folder is null)
        {
            return;
        }

        lock (_gate)
        {
            _waiting.Add(records, id);
        }

        Wake();
    }

    public void MarkSoon(ISavedRecords records, string id)
    {
        if (_folder is null)
        {
            return;
        }

        lock (_gate)
        {
            if (_lagging.IsEmpty)
            {
                _later!.Change(Lag, Timeout.InfiniteTimeSpan);
            }

            _lagging.Add(records, id);
        }
    }

    /// <summary>Writes what is left, and gives the folder free.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_folder is null)
        {
            return;
        }

        lock (_gate)
        {
            _isStopping = true;
        }

        Wake();
        await _ended.Task;
        await _later!.DisposeAsync();
        _folder.Dispose();
        lock (_gate)
        {
            _wake.Dispose();
            _isEnded = true;
        }
    }

    private void Release()
    {
        lock (_gate)
        {
            _held--;
        }

        Wake();
    }

    private void Wake()
    {
        lock (_gate)
        {
            if (!_isEnded && _wake.CurrentCount == 0)
            {
                _wake.Release();
            }
        }
    }

    private void Write(StateFolder folder)
    {
        var isLast = false;
        while (!isLast)
        {
            _wake.Wait();
            if (Next(out isLast) is { } batch)
            {
                Write(folder, batch);
            }
        }

        _ended.SetResult();
    }

    private StateBatch? Next(out bool isLast)
    {
        lock (_gate)
        {
            isLast = _isStopping;
            if (_held > 0 && !isLast && _heldUntil - TimeProvider.System.GetUtcNow() is { Ticks: > 0 } rest)
            {
                _later!.Change(rest, Timeout.InfiniteTimeSpan);
                return null;
            }

            if (!_lagging.IsEmpty)
            {
                _waiting.AddAll(_lagging);
                _lagging = new();
            }

            if (_waiting.IsEmpty)
            {
                return null;
            }

            _writing = _waiting;
            _waiting = new();
            return _writing;
        }
    }

    private void Write(StateFolder folder, StateBatch batch)
    {
        Exception? failure = null;
        try
        {
            folder.Write(batch.Read());
        }
#pragma warning disable CA1031 // Whatever it is, callers are told that their change is not kept, and the thread goes on.
        catch (Exception reason)
#pragma warning restore CA1031
        {
            failure = reason;
            LogFailure(reason, folder.Path);
        }

        lock (_gate)
        {
            _writing = null;
            if (failure is not null)
            {
                _waiting.AddAll(batch);
                _later!.Change(Lag, Timeout.InfiniteTimeSpan);
            }
        }

        if (failure is null)
        {
            batch.Complete();
        }
        else
        {
            batch.Fail(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "State could not be written to {Folder}; it is tried again")]
    private partial void LogFailure(Exception reason, string folder);

    /// <summary>Ends what <see cref="Hold"/> began.</summary>
    internal readonly struct Together(StateLog log) : IDisposable
    {
        public void Dispose() => log.Release();
    }
}
