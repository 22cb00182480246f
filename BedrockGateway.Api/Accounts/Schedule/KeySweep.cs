using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Goes through the stack's keys, user by user.</summary>
internal sealed partial class KeySweep(
    IAmazonAPIGateway gateway,
    OwnKeyStore keys,
    CutRotations cut,
    IOptions<ResourcesOptions> options,
    TimeProvider clock,
    ILogger<KeySweep> log)
{
    private const int PageSize = 500;

    // A rotation has two keys that last for a moment, and takes less than half a minute.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Grace = TimeSpan.FromHours(1);

    private readonly ResourcesOptions _resources = options.Value;

    public async Task RunAsync(UpkeepCounts counts, CancellationToken cancellationToken)
    {
        var prefix = _resources.KeyNameOf("");
        foreach (var owned in (await AllAsync(prefix, cancellationToken)).GroupBy(key => key.Name))
        {
            // BedrockGateway-2-<sub> is another stack's.
            if (!Guid.TryParse(owned.Key[prefix.Length..], out _))
            {
                continue;
            }

            try
            {
                await SweepAsync(owned.Key[prefix.Length..], [.. owned], counts, cancellationToken);
            }
#pragma warning disable CA1031 // One user's keys must not keep all others' from being looked after.
            catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                counts.Failures++;
                LogFailure(owned.Key, fault.GetType().Name);
            }
        }
    }

    private async Task<List<ApiKey>> AllAsync(string prefix, CancellationToken cancellationToken)
    {
        var found = new List<ApiKey>();
        var request = new GetApiKeysRequest { NameQuery = prefix, IncludeValues = false, Limit = PageSize };
        do
        {
            var page = await gateway.GetApiKeysAsync(request, cancellationToken);
            found.AddRange((page.Items ?? [])
                .Where(key => key.Name?.StartsWith(prefix, StringComparison.Ordinal) == true));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return found;
    }

    private async Task SweepAsync(
        string subject, ApiKey[] owned, UpkeepCounts counts, CancellationToken cancellationToken)
    {
        // Of a user with one key there is nothing to know: a call for each would be thousands.
        if (owned is [{ Tags: not { Count: > 0 } }])
        {
            return;
        }

        var now = clock.GetUtcNow();
        var all = await gateway.WithTagsAsync(owned, cancellationToken);
        var left = new List<ApiKey>();
        foreach (var key in all)
        {
            if (key.ExpiresAt() is { } end && end <= now)
            {
                await cut.MendAsync(subject, key, cancellationToken);
                await gateway.DeleteKeyAsync(key.Id, cancellationToken);
                counts.KeysDeleted++;
            }
            else
            {
                left.Add(key);
            }
        }

        await EndStraysAsync(left, now, counts, cancellationToken);
        await DisableOldAsync(left, counts, cancellationToken);
    }

    private async Task EndStraysAsync(
        List<ApiKey> left, DateTimeOffset now, UpkeepCounts counts, CancellationToken cancellationToken)
    {
        var lasting = left.Where(key => key.IsLasting()).ToList();
        if (lasting.Count < 2
            || lasting.Exists(key => key.CreatedDate?.ToUniversalTime() > (now - Patience).UtcDateTime))
        {
            return;
        }

        foreach (var stray in (await keys.ChooseAsync(left, cancellationToken))!.Strays)
        {
            await gateway.TagKeyAsync(
                _resources, stray.Id, new() { [KeyTags.Expires] = KeyTags.Text(now + Grace) }, cancellationToken);
            counts.KeysEnded++;
        }
    }

    // Who is shut out is shut out with the earlier keys, too.
    private async Task DisableOldAsync(List<ApiKey> left, UpkeepCounts counts, CancellationToken cancellationToken)
    {
        var lasting = left.Where(key => key.IsLasting()).ToList();
        if (lasting is [] || lasting.Exists(key => key.Enabled == true))
        {
            return;
        }

        foreach (var key in left.Where(key => key.Enabled == true && key.IsInGrace()))
        {
            await gateway.UpdateApiKeyAsync(
                new UpdateApiKeyRequest
                {
                    ApiKey = key.Id,
                    PatchOperations = [new() { Op = Op.Replace, Path = "/enabled", Value = "false" }],
                },
                cancellationToken);
            counts.KeysDisabled++;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking after the keys {Name} failed: {Fault}")]
    private partial void LogFailure(string name, string fault);
}
