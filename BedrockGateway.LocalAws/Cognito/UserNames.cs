using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>How new users are called.</summary>
internal static class UserNames
{
    private const int SubBytes = 15;

    /// <summary>The attribute that a user name stands for, where the pool signs in with e-mail or phone.</summary>
    /// <exception cref="AwsFault"><c>InvalidParameterException</c>: none that the pool takes.</exception>
    public static string? SignInAttribute(UserPool pool, string username)
    {
        var (email, phone) = pool.Settings.UsernameAttributes is { } allowed
            ? (allowed.Contains("email"), allowed.Contains("phone_number"))
            : (false, false);
        return (email, phone) switch
        {
            (false, false) => null,
            _ when email && EmailAddress.IsValid(username) => "email",
            _ when phone && PhoneNumber.IsValid(username) => "phone_number",
            (true, true) =>
                throw CognitoFaults.InvalidParameter("Username should be either an email or a phone number."),
            (true, false) => throw CognitoFaults.InvalidParameter("Username should be an email."),
            (false, true) => throw CognitoFaults.InvalidParameter("Username should be a phone number."),
        };
    }

    /// <summary>A UUID of Cognito's own kind, its third group starting with 70.</summary>
    /// <example>34c84488-e0e1-70ae-d2ee-991ad1a898c8</example>
    public static string NewSub()
    {
        var hex = RandomNumberGenerator.GetHexString(SubBytes * 2, lowercase: true);
        return $"{hex[..8]}-{hex[8..12]}-70{hex[12..14]}-{hex[14..18]}-{hex[18..30]}";
    }
}
