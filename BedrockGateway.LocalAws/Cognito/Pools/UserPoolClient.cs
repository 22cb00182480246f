using System.Security.Cryptography;
using System.Text;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>An app client of a pool. An update makes a new record of the same id and secret.</summary>
/// <param name="Id">26 lower-case letters and digits.</param>
/// <param name="Name">The client's name.</param>
/// <param name="Secret">The client's secret, <see langword="null"/> for a public client.</param>
/// <param name="Settings">What the client was told.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ModifiedAt">When it last changed.</param>
internal sealed record UserPoolClient(
    string Id,
    string Name,
    string? Secret,
    UserPoolClientSettings Settings,
    DateTimeOffset CreatedAt,
    DateTimeOffset ModifiedAt)
{
    private const int DefaultChallengeMinutes = 3;

    private static readonly string[] NeverWritable = ["sub", "email_verified", "phone_number_verified"];

    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: a lifetime out of range.</exception>
    public TokenLifetimes Lifetimes { get; } = TokenLifetimes.Of(Settings);

    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: a flow that there is not.</exception>
    public AuthFlows Flows { get; } = new(Settings.ExplicitAuthFlows);

    public bool HidesUserExistence => Settings.PreventUserExistenceErrors == "ENABLED";

    public bool CanRevokeTokens => Settings.EnableTokenRevocation ?? true;

    /// <summary>How long a challenge waits for its answer.</summary>
    public TimeSpan ChallengeValidity => TimeSpan.FromMinutes(Settings.AuthSessionValidity ?? DefaultChallengeMinutes);

    public bool CanRead(string attribute) =>
        Settings.ReadAttributes is null or [] || Settings.ReadAttributes.Contains(attribute);

    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: the client may not write one of the attributes.
    /// </exception>
    public void CheckCanWrite(UserAttributes attributes)
    {
        foreach (var (name, _) in attributes)
        {
            var allowed = !NeverWritable.Contains(name)
                && (Settings.WriteAttributes is null or [] || Settings.WriteAttributes.Contains(name));
            if (!allowed)
            {
                throw new AwsFault("NotAuthorizedException", "A client attempted to write unauthorized attribute");
            }
        }
    }

    /// <summary>Checks the <c>SECRET_HASH</c> of a call that names the user.</summary>
    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: it is missing, wrong, or sent for a client without a secret.
    /// </exception>
    public void CheckSecretHash(string username, string? secretHash)
    {
        if (Secret is not null && secretHash is null)
        {
            throw new AwsFault(
                "NotAuthorizedException", $"Client {Id} is configured with secret but SECRET_HASH was not received");
        }

        // Base64(HMAC-SHA256(key = client secret, username + client id))
        var matches = Secret is null
            ? secretHash is null
            : CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(secretHash!),
                Encoding.UTF8.GetBytes(Convert.ToBase64String(
                    HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(username + Id)))));
        if (!matches)
        {
            throw new AwsFault("NotAuthorizedException", $"Unable to verify secret hash for client {Id}");
        }
    }
}
