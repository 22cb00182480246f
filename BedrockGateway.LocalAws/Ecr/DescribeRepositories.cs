using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ecr;

/// <summary>ECR <c>DescribeRepositories</c>: those that are named, or all, on one page.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_DescribeRepositories.html
/// </remarks>
internal static class DescribeRepositories
{
    /// <exception cref="AwsFault"><c>RepositoryNotFoundException</c>: one of the names.</exception>
    public static Response Handle(Request request, RepositoryStore repositories, LocalAwsOptions options)
    {
        var found = request.RepositoryNames is { Length: > 0 } names
            ? names.Select(name => repositories.Find(name) ?? throw new AwsFault(
                "RepositoryNotFoundException",
                $"The repository with name '{name}' does not exist in the registry with id '{options.AccountId}'"))
            : repositories.All;
        return new([.. found.Select(Describe)]);
    }

    private static Item Describe(Repository repository) => new(
        repository.Arn,
        repository.RegistryId,
        repository.Name,
        repository.Uri,
        repository.Created.ToUnixTimeSeconds());

    internal sealed record Request(string[]? RepositoryNames);

    internal sealed record Response(Item[] Repositories);

    internal sealed record Item(
        string RepositoryArn, string RegistryId, string RepositoryName, string RepositoryUri, long CreatedAt);
}
