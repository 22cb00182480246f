using System.Net;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.Runtime;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Makes the first key of a user who has none, and removes the keys of a user who is not to be.</summary>
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
                attempt < Attempts && MayHaveMade(fault) && !cancellationToken.IsCancellationRequested)
            {
                LogRepeated(subject, fault.GetType().Name);
            }

            await DeleteAllAsync(subject, cancellationToken);
        }
    }

    /// <summary>Puts a new key into the plan of new users.</summary>
    public async Task JoinPlanAsync(string keyId, CancellationToken cancellationToken)
    {
        var request = new CreateUsagePlanKeyRequest
        {
            UsagePlanId = _resources.UsagePlanId,
            KeyId = keyId,
            KeyType = "API_KEY",
        };
        try
        {
            await patience.CallAsync(token => gateway.CreateUsagePlanKeyAsync(request, token), cancellationToken);
        }
        catch (ConflictException)
        {
            // Most likely the SDK has repeated a call whose reply was lost.
            if (!await IsInPlanAsync(keyId, cancellationToken))
            {
                throw;
            }
        }
    }

    // By name and not by id: a call whose reply is lost may have made a key as well.
    private async Task DeleteAllAsync(string subject, CancellationToken cancellationToken)
    {
        var name = _resources.KeyNameOf(subject);
        foreach (var key in await gateway.FindKeysAsync(name, includeValues: false, cancellationToken))
        {
            await gateway.DeleteKeyAsync(key.Id, cancellationToken);
        }
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

    private async Task<bool> IsInPlanAsync(string keyId, CancellationToken cancellationToken)
    {
        var plans = await gateway.GetUsagePlansAsync(new GetUsagePlansRequest { KeyId = keyId }, cancellationToken);
        return (plans.Items ?? []).Exists(plan => plan.Id == _resources.UsagePlanId);
    }

    private static bool MayHaveMade(Exception fault) => fault switch
    {
        AmazonServiceException aws => aws.StatusCode
            is < HttpStatusCode.BadRequest or >= HttpStatusCode.InternalServerError,
        AmazonClientException or HttpRequestException or IOException => true,
        OperationCanceledException or TimeoutException => true,
        _ => false,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "The key of {Subject} is made anew after {Fault}")]
    private partial void LogRepeated(string subject, string fault);
}
