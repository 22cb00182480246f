using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>AdminUpdateUserAttributes</c>: sets attributes, also those that no client may write; empty removes.
/// </summary>
/// <remarks>
/// A new address counts as unverified unless the call says otherwise; no code is sent to it, but where the pool keeps
/// the old address until the new one is verified. Ignores <c>ClientMetadata</c>.
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminUpdateUserAttributes.html
/// </remarks>
internal sealed class AdminUpdateUserAttributes(UserPoolStore store, CodeSender codes, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>InvalidParameterException</c>: an unknown, immutable or ill-formed attribute; <c>AliasExistsException</c>,
    /// <c>UserNotFoundException</c>, <c>ResourceNotFoundException</c>.
    /// </exception>
    public EmptyResponse Handle(Request request)
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
        var postponed = AttributeChanges.Postponed(pool, user.Attributes, changes);
        var immediate = changes.Without(postponed);
        var updated = pool.UpdateUser(
            user.Sub, current => AttributeChanges.Apply(current, immediate, clock.GetUtcNow()));
        foreach (var attribute in postponed)
        {
            codes.Send(pool, updated, CodePurpose.Attribute, attribute, changes[attribute]);
        }

        return EmptyResponse.Instance;
    }

    internal sealed record Request(
        string? UserPoolId = null, string? Username = null, IReadOnlyList<AttributeType>? UserAttributes = null);
}
