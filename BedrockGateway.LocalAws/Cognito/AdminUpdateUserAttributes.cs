using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminUpdateUserAttributes</c>: sets attributes, also those that no client may write; empty removes.
/// </summary>
/// <remarks>
/// A new address counts as unverified unless the call says otherwise; no code is sent to it. Ignores
/// <c>ClientMetadata</c>.
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
/// </remarks>
internal static class AdminUpdateUserAttributes
{
    private static readonly string[] Addresses = ["email", "phone_number"];

    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: an unknown, immutable or ill-formed attribute; <c>AliasExistsException</c>,
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>.
    /// </exception>
    public static EmptyResponse Handle(Request request, UserPoolStore store, TimeProvider clock)
    {
        new RequestConstraints()
            .UserPoolId(request.UserPoolId)
            .Username(request.Username)
            .Present("userAttributes", request.UserAttributes)
            .ThrowIfViolated();
        var pool = store.Get(request.UserPoolId!);
        var user = pool.GetUser(request.Username!);
        var changes = UserAttributes.FromWire(request.UserAttributes);
        pool.Schema.CheckChanges(changes);
        pool.Users.Update(user.Username, current => current with
        {
            Attributes = current.Attributes.Merge(WithDoubt(current.Attributes, changes)),
            ModifiedAt = clock.GetUtcNow(),
        });
        return EmptyResponse.Instance;
    }

    private static UserAttributes WithDoubt(UserAttributes before, UserAttributes changes)
    {
        foreach (var address in Addresses)
        {
            var verified = $"{address}_verified";
            if (changes[address] is { } changed && changed != before[address] && changes[verified] is null)
            {
                changes = changes.With(verified, changed.Length == 0 ? string.Empty : "false");
            }
        }

        return changes;
    }

    internal sealed record Request(
        string? UserPoolId = null, string? Username = null, IReadOnlyList<AttributeType>? UserAttributes = null);
}
