using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Tokens;

namespace BedrockGateway.LocalAws.Pages.Samples;

/// <summary>Who calls in a sample: a registered user, signed in for the purpose, with a key of theirs.</summary>
internal sealed class SampleCaller(
    UserPoolStore pools, TokenIssuer tokens, ApiKeyStore keys, UsagePlanStore plans, TimeProvider clock)
{
    private const string KeyAttribute = "custom:api_key";

    /// <summary>The user who registered last; <see langword="null"/> where nobody can sign in.</summary>
    public User? FindUser(Authorizer authorizer) =>
        PoolOf(authorizer)?.Users.All().LastOrDefault(user => user.IsConfirmed);

    /// <summary>A token that the authorizer takes; <see langword="null"/> where the pool has no client.</summary>
    public async ValueTask<string?> SignInAsync(Authorizer authorizer, User user, CancellationToken cancellationToken)
    {
        if (PoolOf(authorizer) is not { } pool || pool.Clients.Values.MinBy(each => each.CreatedAt) is not { } client)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var session = new RefreshSession(
            client.Id, user.Username, user.Sub, Guid.NewGuid().ToString(), Guid.NewGuid().ToString(), now, now);
        var issued = await tokens.IssueAsync(pool, client, user, session, refreshToken: null, cancellationToken);
        return issued.IdToken;
    }

    /// <summary>The user's key, else any other of the stage's plans.</summary>
    public ApiKey? FindKey(User? user, string apiId, string stage)
    {
        var usable = keys.All
            .Where(key => key.Enabled && plans.FindFor(key.Id, apiId, stage) is not null)
            .ToList();
        return user is null
            ? usable.FirstOrDefault()
            : usable.Find(key => key.Value == user.Attributes[KeyAttribute])
                ?? usable.Find(key => key.Name?.EndsWith(user.Sub, StringComparison.Ordinal) is true)
                ?? usable.FirstOrDefault();
    }

    private UserPool? PoolOf(Authorizer authorizer) =>
        pools.Pools.FirstOrDefault(pool => authorizer.ProviderArns.Contains(pool.Arn));
}
