using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>
/// Cognito <c>UpdateUserAttributes</c>: sets attributes that the client may write; an empty value removes one.
/// </summary>
/// <remarks>
/// A new address is unverified, and gets a code where the pool verifies such addresses by itself. Ignores
/// <c>ClientMetadata</c>.
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UpdateUserAttributes.html
/// </remarks>
internal sealed class UpdateUserAttributes(AccessTokens tokens, CodeSender codes, TimeProvider clock)
{
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the client may not write one of them; <c>InvalidParameterException</c>,
    /// <c>AliasExistsException</c>, and those of <see cref="AccessTokens"/>.
    /// </exception>
    public Response Handle(Request request)
    {
        new RequestConstraints()
            .Present("userAttributes", request.UserAttributes)
            .Token("accessToken", request.AccessToken)
            .ThrowIfViolated();
        var holder = tokens.Authorize(request.AccessToken!);
        var changes = UserAttributes.FromWire(request.UserAttributes);
        holder.Client.CheckCanWrite(changes);
        holder.Pool.Schema.CheckChanges(changes);
        var before = holder.User.Attributes;
        var postponed = AttributeChanges.Postponed(holder.Pool, before, changes);
        var immediate = changes.Without(postponed);
        var updated = holder.Update(current => AttributeChanges.Apply(current, immediate, clock.GetUtcNow()));
        var verified = holder.Pool.Settings.AutoVerifiedAttributes ?? [];
        var sent = AttributeChanges.NewAddresses(before, changes)
            .Where(attribute => changes[attribute]!.Length > 0
                && (postponed.Contains(attribute) || verified.Contains(attribute)))
            .Select(attribute =>
                codes.Send(holder.Pool, updated, CodePurpose.Attribute, attribute, changes[attribute]))
            .ToArray();
        return new(sent);
    }

    internal sealed record Request(
        IReadOnlyList<AttributeType>? UserAttributes = null, string? AccessToken = null);

    internal sealed record Response(IReadOnlyList<CodeDeliveryDetails> CodeDeliveryDetailsList);
}
