using System.Collections.Concurrent;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>Parameters of SSM Parameter Store, the latest version of each.</summary>
internal sealed class ParameterStore
{
    private readonly ConcurrentDictionary<string, Parameter> _parameters = new(StringComparer.Ordinal);

    public Parameter? Find(string name) => _parameters.GetValueOrDefault(name);

    public Parameter Put(string name, string type, string value) => _parameters.AddOrUpdate(
        name,
        _ => new(name, type, value, Version: 1),
        (_, previous) => previous with { Type = type, Value = value, Version = previous.Version + 1 });

    public bool Remove(string name) => _parameters.TryRemove(name, out _);
}

/// <summary>One parameter, as <c>GetParameter</c> returns it.</summary>
internal sealed record Parameter(string Name, string Type, string Value, long Version);
