using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Limits;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>Turns all keys of a user on or off, also those in their grace period.</summary>
internal sealed class KeySwitch(IAmazonAPIGateway gateway, PlanKeyStore known, IOptions<ResourcesOptions> options)
{
    // A rotation that is under way may put another key in.
    private const int Rounds = 3;

    private readonly ResourcesOptions _resources = options.Value;

    public async Task SetAsync(string subject, bool isEnabled, CancellationToken cancellationToken)
    {
        var name = _resources.KeyNameOf(subject);
        for (var round = 0; round < Rounds; round++)
        {
            var keys = (await gateway.FindKeysAsync(name, includeValues: false, cancellationToken))
                .FindAll(key => (key.Enabled == true) != isEnabled);
            if (keys is [])
            {
                break;
            }

            foreach (var key in keys)
            {
                await SetAsync(key, isEnabled ? "true" : "false", cancellationToken);
            }
        }

        known.Forget(subject);
    }

    private async Task SetAsync(ApiKey key, string isEnabled, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.UpdateApiKeyAsync(
                new UpdateApiKeyRequest
                {
                    ApiKey = key.Id,
                    PatchOperations = [new() { Op = Op.Replace, Path = "/enabled", Value = isEnabled }],
                },
                cancellationToken);
        }
        catch (NotFoundException)
        {
            // Its grace period has just ended.
        }
    }
}
