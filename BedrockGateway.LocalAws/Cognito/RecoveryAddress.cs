using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Where the code of a forgotten password goes: to a verified address, as the pool prefers.</summary>
/// <remarks>
/// A pool that says nothing prefers the phone number. Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
/// </remarks>
internal static class RecoveryAddress
{
    private const string AdministratorOnly = "admin_only";

    private static readonly RecoveryMechanism[] Default = [new("verified_phone_number", 1), new("verified_email", 2)];

    /// <exception cref="AwsFault">
    /// <c>NotAuthorizedException</c>: only administrators reset passwords in the pool.
    /// </exception>
    public static void CheckAllowed(UserPool pool)
    {
        if (MechanismsOf(pool).Any(mechanism => mechanism.Name == AdministratorOnly))
        {
            throw CognitoFaults.NotAuthorized("Contact administrator to reset password.");
        }
    }

    /// <summary>
    /// The attribute whose value is the address; <see langword="null"/> for a user who cannot be reached.
    /// </summary>
    public static string? AttributeOf(UserPool pool, User user)
    {
        var mechanisms = MechanismsOf(pool);
        var chosen = mechanisms.Any(mechanism => mechanism.Name == AdministratorOnly) ? Default : mechanisms;
        return chosen
            .OrderBy(mechanism => mechanism.Priority)
            .Select(mechanism => mechanism.Name == "verified_phone_number" ? "phone_number" : "email")
            .FirstOrDefault(attribute =>
                user.Attributes[attribute] is not null && user.Attributes[$"{attribute}_verified"] == "true");
    }

    private static IReadOnlyList<RecoveryMechanism> MechanismsOf(UserPool pool) =>
        pool.Settings.AccountRecoverySetting?.RecoveryMechanisms is { Count: > 0 } mechanisms ? mechanisms : Default;
}
