using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>API keys by id and by value.</summary>
internal sealed class ApiKeyStore
{
    private const int MinValueLength = 20;

    private const int MaxValueLength = 128;

    private readonly TimeProvider _clock;
    private readonly SavedRecords<ApiKey> _saved;
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<string, ApiKey> _byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _idByValue = new(StringComparer.Ordinal);
    private long _sequence;

    public ApiKeyStore(TimeProvider clock, StateLog state)
    {
        _clock = clock;
        _saved = state.Open("apigateway.keys", ApiGatewayStateContext.Default.ApiKey, Find);
        foreach (var (id, key) in _saved.Load())
        {
            _byId[id] = key;
            _idByValue[key.Value] = id;
            _sequence = Math.Max(_sequence, key.Sequence);
        }
    }

    /// <summary>Every key, oldest first.</summary>
    public IEnumerable<ApiKey> All => _byId.Values.OrderBy(key => key.Sequence);

    public ApiKey? Find(string id) => _byId.GetValueOrDefault(id);

    public ApiKey? FindByValue(string value) => _idByValue.TryGetValue(value, out var id) ? Find(id) : null;

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such key.</exception>
    public ApiKey Get(string id) => Find(id) ?? throw ApiGatewayFaults.UnknownKey();

    /// <param name="value">The secret; <see langword="null"/> makes one.</param>
    /// <param name="describe">Fills in the rest of the new key.</param>
    /// <exception cref="Wire.AwsFault">
    /// <c>BadRequestException</c> (400): the value is too short or too long. <c>ConflictException</c> (409): it is
    /// taken.
    /// </exception>
    public ApiKey Add(string? value, Func<ApiKey, ApiKey> describe)
    {
        if (value?.Length < MinValueLength)
        {
            throw ApiGatewayFaults.BadRequest($"API Key value should be at least {MinValueLength} characters");
        }

        if (value?.Length > MaxValueLength)
        {
            throw ApiGatewayFaults.BadRequest($"API Key value should be at most {MaxValueLength} characters");
        }

        lock (_gate)
        {
            var secret = value ?? ApiIds.NewKeyValue();
            var key = describe(new(ApiIds.New(10), secret, ++_sequence, _clock.GetUtcNow()));
            if (!_idByValue.TryAdd(secret, key.Id))
            {
                throw ApiGatewayFaults.Conflict("API Key already exists");
            }

            _byId[key.Id] = key;
            _saved.Changed(key.Id);
            return key;
        }
    }

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such key.</exception>
    public ApiKey Update(string id, Func<ApiKey, ApiKey> change)
    {
        lock (_gate)
        {
            var key = Get(id);
            var changed = change(key);
            if (changed == key)
            {
                return key;
            }

            _byId[id] = changed with { LastUpdatedDate = _clock.GetUtcNow() };
            _saved.Changed(id);
            return _byId[id];
        }
    }

    public bool Remove(string id)
    {
        lock (_gate)
        {
            var removed = _byId.TryRemove(id, out var key) && _idByValue.TryRemove(key.Value, out _);
            _saved.Changed(id);
            return removed;
        }
    }
}
