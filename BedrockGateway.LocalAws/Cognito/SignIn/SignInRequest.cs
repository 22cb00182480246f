using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito.SignIn;

/// <summary>A sign-in on its way.</summary>
/// <param name="Pool">The pool.</param>
/// <param name="Client">The client that asks.</param>
/// <param name="Parameters">What the caller gave: parameters, or the answers to a challenge.</param>
/// <param name="ClientMetadata">What the caller passed on to functions.</param>
/// <param name="IsAdministrator">Whether the call was signed by an administrator of the pool.</param>
internal sealed record SignInRequest(
    UserPool Pool,
    UserPoolClient Client,
    IReadOnlyDictionary<string, string> Parameters,
    IReadOnlyDictionary<string, string>? ClientMetadata = null,
    bool IsAdministrator = false)
{
    public string? this[string parameter] => Parameters.GetValueOrDefault(parameter);

    /// <exception cref="Wire.AwsFault"><c>InvalidParameterException</c>: it was not given.</exception>
    public string Required(string parameter) => this[parameter] ?? throw CognitoFaults.MissingParameter(parameter);

    /// <summary>Checks the hash that a client with a secret sends along with a user name.</summary>
    /// <exception cref="Wire.AwsFault"><c>NotAuthorizedException</c>: it is missing or wrong.</exception>
    public void CheckSecretHash()
    {
        if (this["USERNAME"] is { } username)
        {
            Client.CheckSecretHash(username, this["SECRET_HASH"]);
        }
    }
}
