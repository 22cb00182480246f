using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Faults that several operations share.</summary>
internal static class CognitoFaults
{
    public static AwsFault UserNotFound() => new("UserNotFoundException", "User does not exist.");

    /// <summary>What operations without credentials say of an unknown user.</summary>
    public static AwsFault UserOfClientNotFound() =>
        new("UserNotFoundException", "Username/client id combination not found.");

    public static AwsFault NotAuthorized(string message) => new("NotAuthorizedException", message);

    public static AwsFault InvalidParameter(string message) => new("InvalidParameterException", message);

    public static AwsFault WrongPassword() => NotAuthorized("Incorrect username or password.");

    public static AwsFault UserDisabled() => NotAuthorized("User is disabled.");

    public static AwsFault PasswordResetRequired() =>
        new("PasswordResetRequiredException", "Password reset required for the user");

    public static AwsFault CannotConfirm(User user) =>
        NotAuthorized($"User cannot be confirmed. Current status is {user.Status}");

    public static AwsFault CannotReset() => NotAuthorized("User password cannot be reset in the current state.");

    public static AwsFault NowhereToReset() => InvalidParameter(
        "Cannot reset password for the user as there is no registered/verified email or phone_number");

    public static AwsFault CodeMismatch() =>
        new("CodeMismatchException", "Invalid verification code provided, please try again.");

    public static AwsFault CodeExpired() =>
        new("ExpiredCodeException", "Invalid code provided, please request a code again.");

    public static AwsFault InvalidSession() => NotAuthorized("Invalid session for the user.");

    public static AwsFault MissingParameter(string name) =>
        InvalidParameter($"Missing required parameter {name}");

    public static AwsFault UserExists(UserPool pool) => new(
        "UsernameExistsException",
        pool.Settings.UsernameAttributes is { Count: > 0 }
            ? "An account with the given email already exists."
            : "User already exists");

    /// <exception cref="AwsFault"><c>UserNotFoundException</c>: the pool has no such user.</exception>
    public static User GetUser(this UserPool pool, string username) =>
        pool.Users.Find(username) ?? throw UserNotFound();

    /// <summary>Changes a user, by any name.</summary>
    /// <exception cref="AwsFault">
    /// <c>UserNotFoundException</c>: the pool has no such user; and those of the change.
    /// </exception>
    public static User UpdateUser(this UserPool pool, string username, Func<User, User> change) =>
        pool.Users.Update(username, change) ?? throw UserNotFound();
}
