using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.EndToEnd.Running;

/// <summary>What an administrator of the account can do with the gateway's users and keys.</summary>
internal sealed class AdminClient(IAmazonCognitoIdentityProvider cognito, IAmazonAPIGateway gateway, string userPoolId)
{
    private const int PageSize = 500;

    public Task ConfirmAsync(string email, CancellationToken cancellationToken) =>
        cognito.AdminConfirmSignUpAsync(
            new AdminConfirmSignUpRequest { UserPoolId = userPoolId, Username = email }, cancellationToken);

    /// <returns>The user's <c>sub</c>; <see langword="null"/> when there is no such user.</returns>
    public async Task<string?> FindSubjectAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            var user = await cognito.AdminGetUserAsync(
                new AdminGetUserRequest { UserPoolId = userPoolId, Username = email }, cancellationToken);
            return user.UserAttributes.Single(attribute => attribute.Name == "sub").Value;
        }
        catch (UserNotFoundException)
        {
            return null;
        }
    }

    public async Task DeleteUserAsync(string email, CancellationToken cancellationToken)
    {
        try
        {
            await cognito.AdminDeleteUserAsync(
                new AdminDeleteUserRequest { UserPoolId = userPoolId, Username = email }, cancellationToken);
        }
        catch (UserNotFoundException)
        {
            // The gateway has taken it back itself.
        }
    }

    /// <summary>Keys by the <c>sub</c> that they are tagged with, whatever the stack is called.</summary>
    public async Task<IReadOnlyList<ApiKey>> KeysOfAsync(
        IReadOnlyCollection<string> subjects, CancellationToken cancellationToken)
    {
        var keys = new List<ApiKey>();
        var request = new GetApiKeysRequest { Limit = PageSize };
        do
        {
            var page = await gateway.GetApiKeysAsync(request, cancellationToken);
            keys.AddRange((page.Items ?? [])
                .Where(key => key.Tags?.GetValueOrDefault("sub") is { } subject && subjects.Contains(subject)));
            request.Position = page.Position;
        }
        while (!string.IsNullOrEmpty(request.Position));
        return keys;
    }

    public async Task DeleteKeyAsync(ApiKey key, CancellationToken cancellationToken)
    {
        try
        {
            await gateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = key.Id }, cancellationToken);
        }
        catch (Amazon.APIGateway.Model.NotFoundException)
        {
            // The gateway has taken it back itself.
        }
    }

    /// <returns>Rate, burst and quota of the plan that a user's key is in.</returns>
    public async Task<KeyLimits> LimitsOfAsync(string subject, CancellationToken cancellationToken)
    {
        var key = Assert.Single(await KeysOfAsync([subject], cancellationToken));
        var plans = await gateway.GetUsagePlansAsync(
            new GetUsagePlansRequest { KeyId = key.Id }, cancellationToken);
        var plan = Assert.Single(plans.Items);
        return new(plan.Throttle.BurstLimit!.Value, plan.Quota.Limit!.Value);
    }
}

/// <summary>What one key may do.</summary>
/// <param name="Burst">Requests at once.</param>
/// <param name="Quota">Requests in a period.</param>
internal sealed record KeyLimits(int Burst, int Quota);
