using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>How one program puts its application together, among all programs that this process runs.</summary>
internal sealed class BuildEvents : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private static readonly AsyncLocal<BuildEvents?> Current = new();

    private readonly IDisposable _sources;

    public BuildEvents() => _sources = DiagnosticListener.AllListeners.Subscribe(this);

    public required Action<DistributedApplicationOptions, HostApplicationBuilderSettings> Constructing { get; init; }

    public required Action<DistributedApplicationBuilder> Constructed { get; init; }

    /// <summary>The application is built as soon as this returns.</summary>
    public required Action<DistributedApplicationBuilder> Building { get; init; }

    public required Action<DistributedApplication> Built { get; init; }

    /// <summary>What is said from here on, and in whatever is started from here, is for this listener.</summary>
    public void Attach() => Current.Value = this;

    public void Dispose() => _sources.Dispose();

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (Current.Value == this && value.Name == "Aspire.Hosting")
        {
            // It ends with the source, of which there is one for each event.
            value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (Current.Value != this)
        {
            return;
        }

        switch (value)
        {
            case { Key: "DistributedApplicationBuilderConstructing", Value: { } parts }:
                var (options, settings) = ((DistributedApplicationOptions, HostApplicationBuilderSettings))parts;
                Constructing(options, settings);
                break;
            case { Key: "DistributedApplicationBuilderConstructed", Value: DistributedApplicationBuilder builder }:
                Constructed(builder);
                break;
            case { Key: "DistributedApplicationBuilding", Value: DistributedApplicationBuilder builder }:
                Building(builder);
                break;
            case { Key: "DistributedApplicationBuilt", Value: DistributedApplication application }:
                Built(application);
                break;
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
