using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Identity;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>Registers a user in four calls; when one fails, what the earlier ones made is removed.</summary>
/// <remarks>
/// Both budgets together stay below the function's 29 s, and no caller's token cancels them: the process must live to
/// undo what it did.
/// </remarks>
internal sealed class Enrolment(
    IAmazonCognitoIdentityProvider cognito,
    [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognitoOnce,
    IAmazonAPIGateway gateway,
    OrphanUsers orphans,
    StoredKey stored,
    IOptions<ResourcesOptions> options,
    TimeProvider clock,
    ILogger<Undo> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    private readonly ResourcesOptions _resources = options.Value;

    /// <returns>The clear value of the new user's key.</returns>
    public async Task<string> RunAsync(Applicant applicant)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        await using var undo = new Undo(clock, log);
        var subject = await SignUpAsync(applicant, undo, budget.Token);
        var key = await CreateKeyAsync(subject, undo, budget.Token);
        await gateway.CreateUsagePlanKeyAsync(
            new CreateUsagePlanKeyRequest { UsagePlanId = _resources.UsagePlanId, KeyId = key.Id, KeyType = "API_KEY" },
            budget.Token);
        await cognito.AdminUpdateUserAttributesAsync(
            new AdminUpdateUserAttributesRequest
            {
                UserPoolId = _resources.UserPoolId,
                Username = applicant.Email,
                UserAttributes =
                [
                    new AttributeType { Name = StoredKey.Attribute, Value = stored.TextOf(key.Id, key.Value) },
                ],
            },
            budget.Token);
        undo.Forget();
        return key.Value;
    }

    private async Task<string> SignUpAsync(Applicant applicant, Undo undo, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        try
        {
            var user = await cognitoOnce.SignUpAsync(
                new SignUpRequest
                {
                    ClientId = _resources.UserPoolClientId,
                    Username = applicant.Email,
                    Password = applicant.Password,
                    UserAttributes =
                    [
                        new AttributeType { Name = "name", Value = applicant.FullName },
                        new AttributeType { Name = "email", Value = applicant.Email },
                    ],
                },
                cancellationToken);
            undo.Add("delete user", user.UserSub, token => orphans.DeleteAsync(applicant.Email, token));
            return user.UserSub;
        }
        catch (Exception fault) when (OrphanUsers.MayHaveMade(fault))
        {
            // The user may exist although the reply says otherwise, or says nothing.
            undo.Add(
                "look for an orphan",
                "(unknown)",
                token => orphans.DeleteIfKeylessAsync(applicant.Email, started, token));
            throw;
        }
    }

    private async Task<CreateApiKeyResponse> CreateKeyAsync(
        string subject, Undo undo, CancellationToken cancellationToken)
    {
        // By name and not by id: a call whose reply is lost may have made a key as well.
        var name = _resources.KeyNameOf(subject);
        undo.Add("delete keys", subject, token => DeleteKeysAsync(name, token));
        return await gateway.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = name,
                Enabled = true,
                Tags = new() { ["stack"] = _resources.StackName, ["sub"] = subject },
            },
            cancellationToken);
    }

    private async Task DeleteKeysAsync(string name, CancellationToken cancellationToken)
    {
        foreach (var key in await gateway.FindKeysAsync(name, includeValues: false, cancellationToken))
        {
            try
            {
                await gateway.DeleteApiKeyAsync(new DeleteApiKeyRequest { ApiKey = key.Id }, cancellationToken);
            }
            catch (NotFoundException)
            {
                // An earlier attempt whose reply was lost.
            }
        }
    }
}
