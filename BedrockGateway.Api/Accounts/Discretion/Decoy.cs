using Amazon.APIGateway;
using Amazon.APIGateway.Model;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;
using BedrockGateway.Api.Hosting;
using Microsoft.Extensions.Options;

namespace BedrockGateway.Api.Accounts;

/// <summary>
/// The work of a registration without its effect: as many calls, one after the other, to the same services. A reply
/// that came sooner would tell that the address was registered before.
/// </summary>
internal sealed class Decoy(
    IAmazonCognitoIdentityProvider cognito, IAmazonAPIGateway gateway, IOptions<ResourcesOptions> options)
{
    public async Task RunAsync(string email, CancellationToken cancellationToken)
    {
        var user = await cognito.AdminGetUserAsync(
            new AdminGetUserRequest { UserPoolId = options.Value.UserPoolId, Username = email }, cancellationToken);
        var subject = (user.UserAttributes ?? []).Find(attribute => attribute.Name == "sub")?.Value;
        // As many for a user with several keys.
        await gateway.GetApiKeysAsync(
            new GetApiKeysRequest { NameQuery = options.Value.KeyNameOf(subject ?? email), Limit = 1 },
            cancellationToken);
        await gateway.GetUsagePlansAsync(new GetUsagePlansRequest { Limit = 1 }, cancellationToken);
    }
}
