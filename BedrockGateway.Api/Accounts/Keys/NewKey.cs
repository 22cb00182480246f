using System.Security.Cryptography;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Makes the key that is to take another one's place, and no user knows of until it has done so.</summary>
/// <remarks>
/// It is born with an end that is near. Whoever makes it takes that end away, or lets it come: neither a lost reply
/// nor a process that is killed leaves a key behind.
/// </remarks>
internal sealed class NewKey(
    IAmazonAPIGateway gateway, OwnKeyStore keys, UsageStore usage, IOptions<ResourcesOptions> options)
{
    /// <summary>Longer than a rotation and its undoing may take.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(1);

    private readonly ResourcesOptions _resources = options.Value;

    /// <returns>Nothing when another rotation of the user's key is at work, or was meanwhile.</returns>
    public async Task<CreateApiKeyResponse?> MakeAsync(
        string subject, OwnKey old, DateTimeOffset now, Undo undo, CancellationToken cancellationToken)
    {
        var attempt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        CreateApiKeyResponse? made = null;
        // All of this attempt: the SDK repeats a call whose reply is lost.
        undo.Add("delete new keys", subject, token => DeleteAsync(subject, attempt, made?.Id, token));
        made = await gateway.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = _resources.KeyNameOf(subject),
                Enabled = true,
                Tags = new()
                {
                    [KeyTags.Stack] = _resources.StackName,
                    [KeyTags.Subject] = subject,
                    [KeyTags.Rotated] = RotationRules.Count(old, now),
                    [KeyTags.Expires] = KeyTags.Text(now + Lifetime),
                    [KeyTags.Attempt] = attempt,
                },
            },
            cancellationToken);
        // Whoever comes second sees the other's key; when both come first, both give way.
        if (await HasRivalAsync(subject, old, attempt, cancellationToken))
        {
            return null;
        }

        await JoinAsync(made.Id, old, cancellationToken);
        return made;
    }

    /// <summary>From now on the key is the one that counts.</summary>
    public Task KeepAsync(string keyId, CancellationToken cancellationToken) =>
        gateway.UntagKeyAsync(_resources, keyId, [KeyTags.Attempt, KeyTags.Expires], cancellationToken);

    private async Task<bool> HasRivalAsync(
        string subject, OwnKey old, string attempt, CancellationToken cancellationToken)
    {
        var known = old.Others.Select(key => key.Id).Append(old.Key.Id).ToHashSet(StringComparer.Ordinal);
        var all = await keys.AllAsync(subject, includeValues: false, cancellationToken);
        return all.Exists(key => key.AttemptOf() != attempt && !known.Contains(key.Id))
            || !all.Exists(key => key.Id == old.Key.Id && key.IsLasting());
    }

    // In this order, and before anybody knows the key: a full quota is never there to be used.
    private async Task JoinAsync(string keyId, OwnKey old, CancellationToken cancellationToken)
    {
        var plan = old.Plan!;
        await gateway.CreateUsagePlanKeyAsync(
            new CreateUsagePlanKeyRequest { UsagePlanId = plan.Id, KeyId = keyId, KeyType = "API_KEY" },
            cancellationToken);
        if ((await usage.ReadAsync(old.Key.Id, plan, days: 1, cancellationToken)).Quota is { } quota)
        {
            await gateway.UpdateUsageAsync(
                new UpdateUsageRequest
                {
                    UsagePlanId = plan.Id,
                    KeyId = keyId,
                    PatchOperations = [new() { Op = Op.Replace, Path = "/remaining", Value = $"{quota.Remaining}" }],
                },
                cancellationToken);
        }
    }

    private async Task DeleteAsync(
        string subject, string attempt, string? keyId, CancellationToken cancellationToken)
    {
        var all = await keys.AllAsync(subject, includeValues: false, cancellationToken);
        foreach (var key in all.Where(key => key.Id == keyId || key.AttemptOf() == attempt))
        {
            await gateway.DeleteKeyAsync(key.Id, cancellationToken);
        }
    }
}
