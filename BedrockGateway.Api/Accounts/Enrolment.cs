using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
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
    UserKeys keys,
    ThrottlePatience patience,
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
        var key = await keys.CreateAsync(subject, undo, budget.Token);
        await keys.JoinPlanAsync(key.Id, budget.Token);
        var mark = MarkOf(applicant, stored.TextOf(key.Id, key.Value));
        await patience.CallAsync(token => cognito.AdminUpdateUserAttributesAsync(mark, token), budget.Token);
        undo.Forget();
        return key.Value;
    }

    private AdminUpdateUserAttributesRequest MarkOf(Applicant applicant, string text) => new()
    {
        UserPoolId = _resources.UserPoolId,
        Username = applicant.Email,
        UserAttributes = [new AttributeType { Name = StoredKey.Attribute, Value = text }],
    };

    private SignUpRequest RequestOf(Applicant applicant) => new()
    {
        ClientId = _resources.UserPoolClientId,
        Username = applicant.Email,
        Password = applicant.Password,
        UserAttributes =
        [
            new AttributeType { Name = "name", Value = applicant.FullName },
            new AttributeType { Name = "email", Value = applicant.Email },
        ],
    };

    private async Task<string> SignUpAsync(Applicant applicant, Undo undo, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        try
        {
            var user = await patience.CallAsync(
                token => cognitoOnce.SignUpAsync(RequestOf(applicant), token), cancellationToken);
            undo.Add("delete user", user.UserSub, token => orphans.DeleteAsync(applicant.Email, token));
            return user.UserSub;
        }
        catch (Exception fault) when (fault.MayHaveTakenEffect())
        {
            // The user may exist although the reply says otherwise, or says nothing.
            undo.Add(
                "look for an orphan",
                "(unknown)",
                token => orphans.DeleteIfKeylessAsync(applicant.Email, started, token));
            throw;
        }
    }
}
