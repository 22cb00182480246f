using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Plans;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Makes the first key of a user who has none, and removes all of a user who is not to be.</summary>
internal sealed partial class UserKeys(
    IAmazonAPIGateway gateway,
    [FromKeyedServices(AwsRegistration.Once)] IAmazonAPIGateway gatewayOnce,
    ThrottlePatience patience,
    IOptions<ResourcesOptions> options,
    ILogger<UserKeys> log)
{
    private const int Attempts = 3;

    private readonly ResourcesOptions _resources = options.Value;

    /// <summary>Makes one key, also where replies are lost: what such a call may have made is removed first.</summary>
    public async Task<CreateApiKeyResponse> CreateAsync(
        string subject, Undo undo, CancellationToken cancellationToken)
    {
        // Before the first call: whatever happens from here on, a key may be there.
        undo.Add("delete keys", subject, token => DeleteAllAsync(subject, token));
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await patience.CallAsync(token => CreateOnceAsync(subject, token), cancellationToken);
            }
            catch (Exception fault) when (
                attempt < Attempts && fault.MayHaveTakenEffect() && !cancellationToken.IsCancellationRequested)
            {
                LogRepeated(subject, fault.GetType().Name);
            }

            await DeleteAllAsync(subject, cancellationToken);
        }
    }

    /// <summary>Puts a new key into the plan of new users.</summary>
    public Task JoinPlanAsync(string keyId, CancellationToken cancellationToken) => patience.CallAsync(
        token => gateway.JoinPlanAsync(_resources.UsagePlanId, keyId, _resources, token), cancellationToken);

    /// <summary>Deletes every key of a user's, the ones in their grace periods among them.</summary>
    /// <returns>Whether there were any.</returns>
    public async Task<bool> DeleteAllAsync(string subject, CancellationToken cancellationToken)
    {
        // By name and not by id: a call whose reply is lost may have made a key as well.
        var name = _resources.KeyNameOf(subject);
        var keys = await gateway.FindKeysAsync(name, includeValues: false, cancellationToken);
        foreach (var key in keys)
        {
            await gateway.DeleteKeyAsync(key.Id, cancellationToken);
        }

        return keys is not [];
    }

    private Task<CreateApiKeyResponse> CreateOnceAsync(string subject, CancellationToken cancellationToken) =>
        gatewayOnce.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = _resources.KeyNameOf(subject),
                Enabled = true,
                Tags = new() { [KeyTags.Stack] = _resources.StackName, [KeyTags.Subject] = subject },
            },
            cancellationToken);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The key of {Subject} is made anew after {Fault}")]
    private partial void LogRepeated(string subject, string fault);
}
