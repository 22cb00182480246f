using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Faults that several operations share.</summary>
internal static class CognitoFaults
{
    public static AwsFault UserNotFound() => new("UserNotFoundException", "User does not exist.");

    public static AwsFault NotAuthorized(string message) => new("NotAuthorizedException", message);

    public static AwsFault InvalidParameter(string message) => new("InvalidParameterException", message);

    public static AwsFault AlreadyConfirmed() => NotAuthorized("User cannot be confirmed. Current status is CONFIRMED");

    public static AwsFault GroupNotFound() => new("ResourceNotFoundException", "Group not found.");

    /// <exception cref="AwsFault"><c>UserNotFoundException</c>: the pool has no such user.</exception>
    public static User GetUser(this UserPool pool, string username) =>
        pool.Users.Find(username) ?? throw UserNotFound();
}
