using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One line of what a resource wrote.</summary>
public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

/// <summary>The logs of all resources, with what was said about them.</summary>
public class ResourceLoggerService : IDisposable
{
    private readonly ConcurrentDictionary<string, ResourceLog> _logs = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Sees every line of every resource as it is written, before those who watch.</summary>
    internal Action<string, LogLine>? Sink { get; set; }

    public ILogger GetLogger(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return GetLogger(resource.Name);
    }

    public ILogger GetLogger(string resourceName) => new ResourceLogger(Log(resourceName));

    /// <summary>The lines from the first that is still held on, until the resource's log is complete.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return WatchAsync(resource.Name);
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => Log(resourceName).WatchAsync();

    /// <summary>The lines that are held now.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return GetAllAsync(resource.Name);
    }

    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        var held = Log(resourceName).Held();
        return held.Count > 0 ? Once(held) : Once();
    }

    public void Complete(IResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        Complete(resource.Name);
    }

    public void Complete(string name) => Log(name).Complete();

    public void ClearBacklog(string resourceName) => Log(resourceName).Clear();

    public void Dispose()
    {
        foreach (var log in _logs.Values)
        {
            log.Complete();
        }

        GC.SuppressFinalize(this);
    }

    internal void Write(string resourceName, string content, bool isError) => Log(resourceName).Write(content, isError);

    private ResourceLog Log(string name) =>
        _logs.GetOrAdd(name, static (key, service) => new(line => service.Sink?.Invoke(key, line)), this);

    private static async IAsyncEnumerable<IReadOnlyList<LogLine>> Once(params IReadOnlyList<LogLine>[] batches)
    {
        await Task.CompletedTask;
        foreach (var batch in batches)
        {
            yield return batch;
        }
    }

    private sealed class ResourceLog(Action<LogLine> sink)
    {
        private const int HeldLines = 10_000;

        private readonly Lock _gate = new();
        private readonly Queue<LogLine> _held = [];
        private readonly List<Channel<IReadOnlyList<LogLine>>> _watchers = [];
        private int _lines;
        private bool _complete;

        public void Write(string content, bool isError)
        {
            lock (_gate)
            {
                var line = new LogLine(++_lines, content, isError);
                _held.Enqueue(line);
                if (_held.Count > HeldLines)
                {
                    _held.Dequeue();
                }

                _watchers.ForEach(watcher => watcher.Writer.TryWrite([line]));
                sink(line);
            }
        }

        public IReadOnlyList<LogLine> Held()
        {
            lock (_gate)
            {
                return [.. _held];
            }
        }

        public void Clear()
        {
            lock (_gate)
            {
                _held.Clear();
            }
        }

        public void Complete()
        {
            lock (_gate)
            {
                _complete = true;
                _watchers.ForEach(watcher => watcher.Writer.TryComplete());
            }
        }

        public async IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(
            [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            var watcher = Join();
            try
            {
                await foreach (var batch in watcher.Reader.ReadAllAsync(cancellationToken))
                {
                    yield return batch;
                }
            }
            finally
            {
                lock (_gate)
                {
                    _watchers.Remove(watcher);
                }
            }
        }

        private Channel<IReadOnlyList<LogLine>> Join()
        {
            var watcher = Channel.CreateUnbounded<IReadOnlyList<LogLine>>();
            lock (_gate)
            {
                if (_held.Count > 0)
                {
                    watcher.Writer.TryWrite([.. _held]);
                }

                _watchers.Add(watcher);
                if (_complete)
                {
                    watcher.Writer.TryComplete();
                }
            }

            return watcher;
        }
    }

    private sealed class ResourceLogger(ResourceLog log) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel is >= LogLevel.Information and < LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
            {
                return;
            }

            var text = formatter(state, exception);
            log.Write(exception is null ? text : $"{text} {exception.Message}", logLevel >= LogLevel.Error);
        }
    }
}
