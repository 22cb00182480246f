using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>Parameters of SSM Parameter Store, the latest version of each.</summary>
internal sealed class ParameterStore
{
    private readonly TimeProvider _clock;
    private readonly SavedRecords<Parameter> _saved;
    private readonly ConcurrentDictionary<string, Parameter> _parameters;

    public ParameterStore(TimeProvider clock, StateLog state)
    {
        _clock = clock;
        _saved = state.Open("ssm.parameters", SsmStateContext.Default.Parameter, Find);
        _parameters = new(_saved.Load(), StringComparer.Ordinal);
    }

    public Parameter? Find(string name) => _parameters.GetValueOrDefault(name);

    /// <summary>Adds a parameter; <see langword="null"/> where there is one of the name.</summary>
    public Parameter? TryAdd(string name, string type, string value)
    {
        var parameter = new Parameter(name, type, value, Version: 1, _clock.GetUtcNow());
        if (!_parameters.TryAdd(name, parameter))
        {
            return null;
        }

        _saved.Changed(name);
        return parameter;
    }

    public Parameter Put(string name, string type, string value)
    {
        var put = _parameters.AddOrUpdate(
            name,
            _ => new(name, type, value, Version: 1, _clock.GetUtcNow()),
            (_, previous) => new(name, type, value, previous.Version + 1, _clock.GetUtcNow()));
        _saved.Changed(name);
        return put;
    }

    public bool Remove(string name)
    {
        var removed = _parameters.TryRemove(name, out _);
        _saved.Changed(name);
        return removed;
    }
}

/// <summary>One parameter.</summary>
/// <param name="Name">Unique in the account and region.</param>
/// <param name="Type"><c>String</c>, <c>StringList</c> or <c>SecureString</c>, which is held in clear.</param>
/// <param name="Value">The value.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="Modified">When this version was put.</param>
internal sealed record Parameter(string Name, string Type, string Value, long Version, DateTimeOffset Modified);
