using System.Collections.Immutable;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>The REST APIs, each swapped as a whole when anything below it changes.</summary>
internal sealed class RestApiStore
{
    private readonly Lock _gate = new();
    private readonly LocalAwsOptions _options;
    private readonly SavedRecords<RestApi> _saved;
    private ImmutableList<RestApi> _newestFirst;

    public RestApiStore(LocalAwsOptions options, StateLog state)
    {
        _options = options;
        _newestFirst = [];
        _saved = state.Open("apigateway.apis", ApiGatewayStateContext.Default.RestApi, Find);
        _newestFirst = [.. _saved.Load().Select(record => record.Value).Reverse()];
    }

    public IReadOnlyList<RestApi> NewestFirst => _newestFirst;

    public RestApi? Find(string id) => _newestFirst.Find(api => api.Id == id);

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public RestApi Get(string id) => Find(id)
        ?? throw ApiGatewayFaults.NotFound($"Invalid API identifier specified {_options.AccountId}:{id}");

    public void Add(RestApi api)
    {
        lock (_gate)
        {
            _newestFirst = _newestFirst.Insert(0, api);
            _saved.Changed(api.Id);
        }
    }

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public void Update(string id, Func<RestApi, RestApi> change)
    {
        lock (_gate)
        {
            var api = Get(id);
            _newestFirst = _newestFirst.Replace(api, change(api));
            _saved.Changed(id);
        }
    }

    /// <summary>As <see cref="Update"/>, where an API that is gone needs no change.</summary>
    public void UpdateIfPresent(string id, Func<RestApi, RestApi> change)
    {
        lock (_gate)
        {
            if (Find(id) is { } api)
            {
                _newestFirst = _newestFirst.Replace(api, change(api));
                _saved.Changed(id);
            }
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _newestFirst = _newestFirst.RemoveAll(api => api.Id == id);
            _saved.Changed(id);
        }
    }
}
