using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Infra.Accounts;

/// <summary>Does what mends a finding. What has been done already counts as done.</summary>
internal sealed class AccountMender(
    IAmazonCognitoIdentityProvider cognito, IAmazonAPIGateway gateway, StackOutputs stack)
{
    private const string MarkAttribute = "custom:api_key";

    // A key's id has 10 characters, its value at least 20.
    private const int MaxIdLength = 19;

    public async Task MendAsync(Finding finding, CancellationToken cancellationToken)
    {
        foreach (var step in finding.Mend)
        {
            await MendAsync(step, cancellationToken);
        }
    }

    private Task MendAsync(Mending step, CancellationToken cancellationToken) => step switch
    {
        Mending.DisableUser(var user) => cognito.AdminDisableUserAsync(
            new AdminDisableUserRequest { UserPoolId = stack.UserPoolId, Username = user.Username }, cancellationToken),
        Mending.DeleteKey(var key) => DeleteAsync(key, cancellationToken),
        Mending.DisableKey(var key) => gateway.UpdateApiKeyAsync(
            new UpdateApiKeyRequest
            {
                ApiKey = key,
                PatchOperations = [new() { Op = Op.Replace, Path = "/enabled", Value = "false" }],
            },
            cancellationToken),
        Mending.JoinPlan(var key, var plan) => JoinAsync(key, plan, cancellationToken),
        Mending.LeavePlan(var key, var plan) => LeaveAsync(key, plan, cancellationToken),
        Mending.Mark(var user, var text) => MarkAsync(user, text, cancellationToken),
        Mending.NewKey(var user, var plan) => MakeKeyAsync(user, plan, cancellationToken),
        _ => throw new NotSupportedException(step.GetType().Name),
    };

    private async Task MakeKeyAsync(AccountUser user, string planId, CancellationToken cancellationToken)
    {
        var key = await gateway.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = $"{stack.StackName}-{user.Subject}",
                Enabled = true,
                Tags = new() { ["stack"] = stack.StackName, ["sub"] = user.Subject },
            },
            cancellationToken);
        await JoinAsync(key.Id, planId, cancellationToken);
        await MarkAsync(user, user.Mark!.Length <= MaxIdLength ? key.Id : key.Value, cancellationToken);
    }

    private async Task MarkAsync(AccountUser user, string text, CancellationToken cancellationToken) =>
        await cognito.AdminUpdateUserAttributesAsync(
            new AdminUpdateUserAttributesRequest
            {
                UserPoolId = stack.UserPoolId,
                Username = user.Username,
                UserAttributes = [new AttributeType { Name = MarkAttribute, Value = text }],
            },
            cancellationToken);

    private async Task JoinAsync(string keyId, string planId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.CreateUsagePlanKeyAsync(
                new CreateUsagePlanKeyRequest { UsagePlanId = planId, KeyId = keyId, KeyType = "API_KEY" },
                cancellationToken);
        }
        catch (ConflictException)
        {
            // Somebody else has been quicker; if it was into another plan, the next check says so.
        }
    }

    private async Task LeaveAsync(string keyId, string planId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteUsagePlanKeyAsync(
                new DeleteUsagePlanKeyRequest { UsagePlanId = planId, KeyId = keyId }, cancellationToken);
        }
        catch (NotFoundException)
        {
            // Gone already.
        }
    }

    private async Task DeleteAsync(string keyId, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = keyId }, cancellationToken);
        }
        catch (NotFoundException)
        {
            // Gone already.
        }
    }
}
