using System.Collections.Immutable;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>Custom domain names of the account, by name.</summary>
internal sealed class CustomDomainStore
{
    private readonly SavedRecords<CustomDomain> _saved;
    private ImmutableDictionary<string, CustomDomain> _domains;

    public CustomDomainStore(StateLog state)
    {
        _saved = state.Open(
            "apigateway.domains",
            ApiGatewayStateContext.Default.CustomDomain,
            name => _domains!.GetValueOrDefault(name));
        _domains = _saved.Load().ToImmutableDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The domain that a <c>Host</c> header names, or AWS's name of it.</summary>
    public CustomDomain? FindByHost(string host) =>
        _domains.GetValueOrDefault(host) ?? _domains.Values.FirstOrDefault(domain =>
            string.Equals(domain.Target, host, StringComparison.OrdinalIgnoreCase));

    /// <exception cref="AwsFault"><c>BadRequestException</c>: the name is taken.</exception>
    public void Add(CustomDomain domain)
    {
        if (!ImmutableInterlocked.TryAdd(ref _domains, domain.Name, domain))
        {
            throw ApiGatewayFaults.BadRequest("The domain name you provided already exists.");
        }

        _saved.Changed(domain.Name);
    }

    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such domain name.</exception>
    public void Change(string name, Func<CustomDomain, CustomDomain> change)
    {
        while (_domains.TryGetValue(name, out var domain))
        {
            if (ImmutableInterlocked.TryUpdate(ref _domains, name, change(domain), domain))
            {
                _saved.Changed(name);
                return;
            }
        }

        throw UnknownDomain();
    }

    /// <exception cref="AwsFault"><c>NotFoundException</c> (404): there is no such domain name.</exception>
    public CustomDomain Get(string name) => _domains.GetValueOrDefault(name) ?? throw UnknownDomain();

    public bool Contains(string name) => _domains.ContainsKey(name);

    public void Remove(string name)
    {
        ImmutableInterlocked.TryRemove(ref _domains, name, out _);
        _saved.Changed(name);
    }

    private static AwsFault UnknownDomain() => ApiGatewayFaults.NotFound("Invalid domain name identifier specified");
}
