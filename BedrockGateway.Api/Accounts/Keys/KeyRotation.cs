using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Gives a user a new key at once and the old one an end; when a step fails, all is as before.</summary>
/// <remarks>
/// No caller's token cancels it, and both budgets together stay below the function's 29 s: the process must live to
/// undo what it did. Decision 15 says what becomes of the quota.
/// </remarks>
internal sealed partial class KeyRotation(
    IAmazonCognitoIdentityProvider cognito,
    IAmazonAPIGateway gateway,
    OwnUserStore users,
    OwnKeyStore keys,
    NewKey newKey,
    StoredKey stored,
    PlanKeyStore known,
    IOptions<ResourcesOptions> options,
    TimeProvider clock,
    ILogger<Undo> undoLog,
    ILogger<KeyRotation> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    private readonly ResourcesOptions _resources = options.Value;

    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="username">The user's name in the pool.</param>
    /// <param name="grace">How long the old key works on.</param>
    /// <returns>One of the two.</returns>
    public async Task<(Rotation? Made, RotationRefusal? Refusal)> RunAsync(
        string subject, string username, TimeSpan grace)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        var now = clock.GetUtcNow();
        var user = await users.FindAsync(username, subject, budget.Token);
        var old = user is { Enabled: true } ? await keys.FindAsync(subject, budget.Token) : null;
        if (RotationRules.Judge(user, old, now) is { } refusal)
        {
            return (null, refusal);
        }

        CreateApiKeyResponse? made;
        await using (var undo = new Undo(clock, undoLog))
        {
            made = await newKey.MakeAsync(subject, old!, now, undo, budget.Token);
            if (made is null)
            {
                return (null, new(RotationFailure.UnderWay, TimeSpan.FromSeconds(1)));
            }

            await ReplaceAsync(user!, old!.Key.Id, made, now + grace, undo, budget.Token);
            // Whoever disables a user does so before their keys: one of us sees the other.
            if (await IsShutOutAsync(username, subject, old.Key.Id, budget.Token) is { } shut)
            {
                return (null, new(shut));
            }

            undo.Forget();
        }

        var lingers = grace == TimeSpan.Zero && !await TryDeleteAsync(old.Key.Id, budget.Token);
        known.Forget(subject);
        return (new(made.Value, made.Id, now + grace, lingers), null);
    }

    private async Task ReplaceAsync(
        OwnUser user,
        string oldId,
        CreateApiKeyResponse made,
        DateTimeOffset oldEnds,
        Undo undo,
        CancellationToken cancellationToken)
    {
        var before = user.Attributes.GetValueOrDefault(StoredKey.Attribute) ?? "";
        undo.Add("store the old key", oldId, token => StoreAsync(user.Username, before, token));
        await StoreAsync(user.Username, stored.TextOf(made.Id, made.Value), cancellationToken);

        await newKey.KeepAsync(made.Id, cancellationToken);

        undo.Add(
            "take back the end", oldId, token => gateway.UntagKeyAsync(_resources, oldId, [KeyTags.Expires], token));
        await gateway.TagKeyAsync(
            _resources, oldId, new() { [KeyTags.Expires] = KeyTags.Text(oldEnds) }, cancellationToken);
    }

    private async Task StoreAsync(string username, string text, CancellationToken cancellationToken) =>
        await cognito.AdminUpdateUserAttributesAsync(
            new AdminUpdateUserAttributesRequest
            {
                UserPoolId = _resources.UserPoolId,
                Username = username,
                UserAttributes = [new AttributeType { Name = StoredKey.Attribute, Value = text }],
            },
            cancellationToken);

    private async Task<RotationFailure?> IsShutOutAsync(
        string username, string subject, string oldId, CancellationToken cancellationToken)
    {
        var user = await users.FindAsync(username, subject, cancellationToken);
        if (user is not { Enabled: true })
        {
            return user is null ? RotationFailure.UserGone : RotationFailure.UserDisabled;
        }

        var old = await gateway.GetApiKeyAsync(new GetApiKeyRequest { ApiKey = oldId }, cancellationToken);
        return old.Enabled == true ? null : RotationFailure.KeyDisabled;
    }

    // It has an end by now, which the schedule keeps.
    private async Task<bool> TryDeleteAsync(string keyId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteKeyAsync(keyId, cancellationToken);
            return true;
        }
#pragma warning disable CA1031 // The rotation is done: the client has to get the new key, whatever fails now.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogLingering(log, keyId, fault.GetType().Name);
            return false;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "The rotated key {KeyId} could not be deleted at once, the schedule will: {Fault}")]
    private static partial void LogLingering(ILogger log, string keyId, string fault);
}
