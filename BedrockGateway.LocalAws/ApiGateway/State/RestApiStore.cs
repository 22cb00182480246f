using System.Collections.Immutable;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>The REST APIs, each swapped as a whole when anything below it changes.</summary>
internal sealed class RestApiStore(LocalAwsOptions options)
{
    private readonly Lock _gate = new();
    private ImmutableList<RestApi> _newestFirst = [];

    public IReadOnlyList<RestApi> NewestFirst => _newestFirst;

    public RestApi? Find(string id) => _newestFirst.Find(api => api.Id == id);

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public RestApi Get(string id) => Find(id)
        ?? throw ApiGatewayFaults.NotFound($"Invalid API identifier specified {options.AccountId}:{id}");

    public void Add(RestApi api)
    {
        lock (_gate)
        {
            _newestFirst = _newestFirst.Insert(0, api);
        }
    }

    /// <exception cref="Wire.AwsFault"><c>NotFoundException</c> (404): there is no such API.</exception>
    public void Update(string id, Func<RestApi, RestApi> change)
    {
        lock (_gate)
        {
            var api = Get(id);
            _newestFirst = _newestFirst.Replace(api, change(api));
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
            }
        }
    }

    public void Remove(string id)
    {
        lock (_gate)
        {
            _newestFirst = _newestFirst.RemoveAll(api => api.Id == id);
        }
    }
}
