using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>The program of an AppHost on a thread of its own, which waits for the test where it builds.</summary>
internal sealed class AppHostProgram : IAsyncDisposable
{
    private const TaskCreationOptions Continue = TaskCreationOptions.RunContinuationsAsynchronously;

    // Longer than hosts have by default for their own stop.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly MethodInfo _main;
    private readonly string[] _args;
    private readonly BuildEvents _events;
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(Continue);
    private readonly TaskCompletionSource<DistributedApplication> _application = new(Continue);
    private readonly TaskCompletionSource _started = new(Continue);
    private readonly TaskCompletionSource _ended = new(Continue);
    private readonly SemaphoreSlim _mayBuild = new(0);
    private readonly CancellationTokenSource _disposing = new();
    private readonly Lazy<Task> _disposal;
    private IHostApplicationLifetime? _lifetime;

    public AppHostProgram(
        Type entryPoint,
        string[] args,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        _main = entryPoint.Assembly.EntryPoint ?? throw new InvalidOperationException(
            $"Assembly of specified type {entryPoint.Name} does not have an entry point.");
        _args = args;
        _disposal = new(EndAsync);
        _events = new BuildEvents
        {
            Constructing = (options, settings) =>
                AppHostSettings.Apply(entryPoint.Assembly, args, options, settings, configureBuilder),
            Constructed = builder => builder.Services.AddHttpClient(),
            Building = OnBuilding,
            Built = OnBuilt,
        };
        new Thread(Run) { IsBackground = true, Name = $"{entryPoint.Assembly.GetName().Name}.EntryPoint" }.Start();
    }

    public Task<DistributedApplicationBuilder> UntilBuildAsync(CancellationToken cancellationToken) =>
        _builder.Task.WaitAsync(cancellationToken);

    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposing.IsCancellationRequested, this);
        _mayBuild.Release();
        return _application.Task.WaitAsync(cancellationToken);
    }

    public Task UntilStartedAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposing.IsCancellationRequested, this);
        return _started.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync() => await _disposal.Value;

    private void Run()
    {
        _events.Attach();
        try
        {
            _main.Invoke(null, _main.GetParameters().Length == 0 ? null : [_args]);
            Fail(new InvalidOperationException(
                $"The entry point exited without building a {nameof(DistributedApplication)}."));
        }
        catch (TargetInvocationException exception)
        {
            Fail(exception.InnerException ?? exception);
        }
        finally
        {
            _events.Dispose();
            _ended.SetResult();
        }
    }

    private void OnBuilding(DistributedApplicationBuilder builder)
    {
        // The host that the program gets says when it has started.
        var host = builder.Services.Last(service => service.ServiceType == typeof(IHost));
        builder.Services.Remove(host);
        builder.Services.AddSingleton<IHost>(
            services => new ObservedHost((IHost)host.ImplementationFactory!(services), this));
        _builder.TrySetResult(builder);
        _mayBuild.Wait();
    }

    private void OnBuilt(DistributedApplication application)
    {
        _lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();
        _application.TrySetResult(application);
    }

    private void Fail(Exception exception)
    {
        _builder.TrySetException(exception);
        _application.TrySetException(exception);
        _started.TrySetException(exception);
    }

    private async Task EndAsync()
    {
        await _disposing.CancelAsync();
        _mayBuild.Release();
        await Task.WhenAny(_application.Task, _ended.Task).WaitAsync(Patience);
        if (_lifetime is { } lifetime)
        {
            using var stop = lifetime.ApplicationStarted.Register(lifetime.StopApplication);
            await _ended.Task.WaitAsync(Patience);
            // A program that disposes of its application itself has done so.
            await (await _application.Task).DisposeAsync();
        }

        Fail(new ObjectDisposedException(nameof(DistributedApplication)));
    }

    private sealed class ObservedHost(IHost inner, AppHostProgram program) : IHost, IAsyncDisposable
    {
        public IServiceProvider Services => inner.Services;

        public async Task StartAsync(CancellationToken cancellationToken = default)
        {
            using var either =
                CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, program._disposing.Token);
            try
            {
                await inner.StartAsync(either.Token);
                program._started.TrySetResult();
            }
            catch (Exception exception)
            {
                program.Fail(exception);
                throw;
            }
        }

        public Task StopAsync(CancellationToken cancellationToken = default) => inner.StopAsync(cancellationToken);

        public void Dispose() => inner.Dispose();

        public ValueTask DisposeAsync()
        {
            if (inner is IAsyncDisposable disposable)
            {
                return disposable.DisposeAsync();
            }

            inner.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
