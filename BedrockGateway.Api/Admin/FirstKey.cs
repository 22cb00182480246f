using System.Security.Cryptography;
using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Accounts;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Plans;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Admin;

/// <summary>Gives a user who has none a key.</summary>
/// <remarks>It is born with an end that is near, as that of a rotation is, and for the same reason.</remarks>
internal sealed class FirstKey(
    IAmazonCognitoIdentityProvider cognito,
    IAmazonAPIGateway gateway,
    OwnKeyStore keys,
    StoredKey stored,
    IOptions<ResourcesOptions> options,
    TimeProvider clock)
{
    private readonly ResourcesOptions _resources = options.Value;

    /// <param name="subject">The user's <c>sub</c>.</param>
    /// <param name="username">The user's name in the pool.</param>
    /// <param name="plan">The plan that the key joins.</param>
    /// <param name="isNewUser">Whether undoing removes the user, too, and with them what is stored.</param>
    /// <param name="undo">Takes back what was done when a later step fails.</param>
    /// <param name="cancellationToken">Ends the calls.</param>
    /// <returns>Id of the key.</returns>
    public async Task<string> GiveAsync(
        string subject,
        string username,
        Plan plan,
        bool isNewUser,
        Undo undo,
        CancellationToken cancellationToken)
    {
        var attempt = RandomNumberGenerator.GetHexString(32, lowercase: true);
        CreateApiKeyResponse? made = null;
        undo.Add("delete the key", subject, token => DeleteAsync(subject, attempt, made?.Id, token));
        made = await gateway.CreateApiKeyAsync(
            new CreateApiKeyRequest
            {
                Name = _resources.KeyNameOf(subject),
                Enabled = true,
                Tags = new()
                {
                    [KeyTags.Stack] = _resources.StackName,
                    [KeyTags.Subject] = subject,
                    [KeyTags.Expires] = KeyTags.Text(clock.GetUtcNow() + NewKey.Lifetime),
                    [KeyTags.Attempt] = attempt,
                },
            },
            cancellationToken);
        await gateway.JoinPlanAsync(plan.Id, made.Id, _resources, cancellationToken);
        if (!isNewUser)
        {
            undo.Add("forget the key", subject, token => StoreAsync(username, "", token));
        }

        await StoreAsync(username, stored.TextOf(made.Id, made.Value), cancellationToken);
        await gateway.UntagKeyAsync(_resources, made.Id, [KeyTags.Attempt, KeyTags.Expires], cancellationToken);
        return made.Id;
    }

    private async Task StoreAsync(string username, string text, CancellationToken cancellationToken) =>
        await cognito.AdminUpdateUserAttributesAsync(
            new AdminUpdateUserAttributesRequest
            {
                UserPoolId = _resources.UserPoolId,
                Username = username,
                UserAttributes = [new AttributeType { Name = StoredKey.Attribute, Value = text }],
            },
            cancellationToken);

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
