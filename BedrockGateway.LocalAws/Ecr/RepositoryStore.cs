using System.Collections.Concurrent;

namespace BedrockGateway.LocalAws.Ecr;

/// <summary>Repositories for container images, by name. No image is ever pushed: functions run as processes.</summary>
internal sealed class RepositoryStore(LocalAwsOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Repository> _repositories = new(StringComparer.Ordinal);

    public IEnumerable<Repository> All =>
        _repositories.Values.OrderBy(repository => repository.Name, StringComparer.Ordinal);

    public Repository? Find(string name) => _repositories.GetValueOrDefault(name);

    /// <summary>Adds a repository; <see langword="null"/> where there is one of the name.</summary>
    public Repository? TryAdd(string name)
    {
        var repository = new Repository(
            name,
            $"arn:aws:ecr:{options.Region}:{options.AccountId}:repository/{name}",
            $"{options.AccountId}.dkr.ecr.{options.Region}.amazonaws.com/{name}",
            options.AccountId,
            clock.GetUtcNow());
        return _repositories.TryAdd(name, repository) ? repository : null;
    }

    public void Remove(string name) => _repositories.TryRemove(name, out _);
}

/// <summary>A repository.</summary>
/// <param name="Name">Unique in the account and region.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Uri">Where images would be pushed.</param>
/// <param name="RegistryId">The account.</param>
/// <param name="Created">When it was made.</param>
internal sealed record Repository(string Name, string Arn, string Uri, string RegistryId, DateTimeOffset Created);
