using System.Security.Cryptography;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.Runtime;

namespace BedrockGateway.AppHost.Unenforced;

/// <summary>Finds out whether an emulator's Cognito asks the function that decides who may register.</summary>
internal sealed class PreSignupProbe(
    AmazonCognitoIdentityProviderConfig config, AWSCredentials credentials, string poolId, string clientId)
{
    private const string Name = "pre-signup";

    // What the function says, wherever it runs; Cognito adds its own words before it.
    private const string Refusal = "is not part of domain";

    public async Task<UnenforcedCheck?> AskAsync(CancellationToken cancellationToken)
    {
        // A top-level domain that nobody has, so that no setting lets it in (RFC 2606).
        var address = $"probe-{RandomNumberGenerator.GetHexString(12, lowercase: true)}@emulator.invalid";
        using var cognito = new AmazonCognitoIdentityProviderClient(credentials, config);
        var asked = false;
        var failure = await Finding.OfAsync(
            async token => asked = await IsRefusedAsync(cognito, address, token), cancellationToken);
        if (asked)
        {
            return null;
        }

        // An emulator that was too slow to answer may have taken the user all the same.
        await Finding.OfAsync(
            token => cognito.AdminDeleteUserAsync(new() { UserPoolId = poolId, Username = address }, token),
            cancellationToken);
        return failure is null
            ? new(
                Name,
                "The endpoint does not ask pre-signup: anybody may register, whatever ORGANIZATION_DOMAIN says.",
                IsFound: true)
            : new(
                Name,
                $"Whether the endpoint asks pre-signup could not be found out ({failure}): it is unknown who may "
                + "register.",
                IsFound: true);
    }

    /// <returns>Whether the function was asked, and said no.</returns>
    private async Task<bool> IsRefusedAsync(
        AmazonCognitoIdentityProviderClient cognito, string address, CancellationToken cancellationToken)
    {
        try
        {
            await cognito.SignUpAsync(
                new()
                {
                    ClientId = clientId,
                    Username = address,
                    // Longer than any policy of the stack asks for, with a character of each kind; used once.
                    Password = $"aA1!{RandomNumberGenerator.GetHexString(40)}",
                    UserAttributes = [new AttributeType { Name = "email", Value = address }],
                },
                cancellationToken);
            return false;
        }
        catch (UserLambdaValidationException refused)
            when (refused.Message.Contains(Refusal, StringComparison.Ordinal))
        {
            return true;
        }
    }
}
