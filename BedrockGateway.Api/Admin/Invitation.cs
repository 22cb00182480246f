using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Plans;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>Makes a user with a key and a plan, and has Cognito mail them a temporary password.</summary>
/// <remarks>
/// The mail goes last, when all else is done. When a step fails, what the earlier ones made is removed. No caller's
/// token cancels it, and both budgets together stay below the function's 29 s.
/// </remarks>
internal sealed class Invitation(
    [FromKeyedServices(AwsRegistration.Once)] IAmazonCognitoIdentityProvider cognitoOnce,
    IAmazonCognitoIdentityProvider cognito,
    FirstKey firstKey,
    OrphanUsers orphans,
    IOptions<ResourcesOptions> options,
    TimeProvider clock,
    ILogger<Undo> log)
{
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(15);

    private readonly string _poolId = options.Value.UserPoolId;

    /// <returns>The new user's <c>sub</c>.</returns>
    /// <exception cref="UsernameExistsException">Somebody has registered the address, or was invited.</exception>
    public async Task<string> RunAsync(Guest guest, Plan plan)
    {
        using var budget = new CancellationTokenSource(Budget, clock);
        await using var undo = new Undo(clock, log);
        var subject = await CreateAsync(guest, undo, budget.Token);
        await firstKey.GiveAsync(subject, guest.Email, plan, isNewUser: true, undo, budget.Token);
        if (plan.Group is { } group)
        {
            await cognito.AdminAddUserToGroupAsync(
                new AdminAddUserToGroupRequest { UserPoolId = _poolId, Username = guest.Email, GroupName = group },
                budget.Token);
        }

        await cognitoOnce.AdminCreateUserAsync(
            new AdminCreateUserRequest
            {
                UserPoolId = _poolId,
                Username = guest.Email,
                DesiredDeliveryMediums = ["EMAIL"],
                MessageAction = MessageActionType.RESEND,
            },
            budget.Token);
        undo.Forget();
        return subject;
    }

    private async Task<string> CreateAsync(Guest guest, Undo undo, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        try
        {
            var reply = await cognitoOnce.AdminCreateUserAsync(
                new AdminCreateUserRequest
                {
                    UserPoolId = _poolId,
                    Username = guest.Email,
                    MessageAction = MessageActionType.SUPPRESS,
                    UserAttributes =
                    [
                        new AttributeType { Name = "email", Value = guest.Email },
                        // The password goes there and nowhere else: whoever logs in with it reads the mailbox.
                        new AttributeType { Name = "email_verified", Value = "true" },
                        new AttributeType { Name = "name", Value = guest.FullName },
                    ],
                },
                cancellationToken);
            var subject = reply.User.Attributes.Find(attribute => attribute.Name == "sub")!.Value;
            undo.Add("delete user", subject, token => orphans.DeleteAsync(guest.Email, token));
            return subject;
        }
        catch (Exception fault) when (fault.MayHaveTakenEffect())
        {
            // The user may exist although the reply says otherwise, or says nothing.
            undo.Add(
                "look for an orphan",
                "(unknown)",
                token => orphans.DeleteIfKeylessAsync(guest.Email, started, token));
            throw;
        }
    }
}
