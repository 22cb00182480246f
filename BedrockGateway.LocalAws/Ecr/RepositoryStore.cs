using System.Collections.Concurrent;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Ecr;

/// <summary>Repositories for container images, by name. No image is ever pushed: functions run as processes.</summary>
internal sealed class RepositoryStore
{
    private readonly LocalAwsOptions _options;
    private readonly TimeProvider _clock;
    private readonly SavedRecords<Repository> _saved;
    private readonly ConcurrentDictionary<string, Repository> _repositories;

    public RepositoryStore(LocalAwsOptions options, TimeProvider clock, StateLog state)
    {
        _options = options;
        _clock = clock;
        _saved = state.Open("ecr.repositories", EcrStateContext.Default.Repository, Find);
        _repositories = new(_saved.Load(), StringComparer.Ordinal);
    }

    public IEnumerable<Repository> All =>
        _repositories.Values.OrderBy(repository => repository.Name, StringComparer.Ordinal);

    public Repository? Find(string name) => _repositories.GetValueOrDefault(name);

    /// <summary>Adds a repository; <see langword="null"/> where there is one of the name.</summary>
    public Repository? TryAdd(string name)
    {
        var repository = new Repository(
            name,
            $"arn:aws:ecr:{_options.Region}:{_options.AccountId}:repository/{name}",
            $"{_options.AccountId}.dkr.ecr.{_options.Region}.amazonaws.com/{name}",
            _options.AccountId,
            _clock.GetUtcNow());
        if (!_repositories.TryAdd(name, repository))
        {
            return null;
        }

        _saved.Changed(name);
        return repository;
    }

    public void Remove(string name)
    {
        _repositories.TryRemove(name, out _);
        _saved.Changed(name);
    }
}

/// <summary>A repository.</summary>
/// <param name="Name">Unique in the account and region.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Uri">Where images would be pushed.</param>
/// <param name="RegistryId">The account.</param>
/// <param name="Created">When it was made.</param>
internal sealed record Repository(string Name, string Arn, string Uri, string RegistryId, DateTimeOffset Created);
