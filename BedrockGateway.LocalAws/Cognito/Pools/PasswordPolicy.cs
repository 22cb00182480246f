using System.Buffers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>What a password must have. A pool without a policy asks for 8 characters and every class.</summary>
/// <remarks>
/// Ignores <c>PasswordHistorySize</c> and <c>TemporaryPasswordValidityDays</c>: no operation changes or issues a
/// password.
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/managing-users-passwords.html
/// </remarks>
internal sealed record PasswordPolicy(
    int? MinimumLength = null,
    bool? RequireUppercase = null,
    bool? RequireLowercase = null,
    bool? RequireNumbers = null,
    bool? RequireSymbols = null,
    int? PasswordHistorySize = null,
    int? TemporaryPasswordValidityDays = null)
{
    private const int DefaultMinimumLength = 8;

    // The symbols that Cognito counts, less the space, which a password cannot have here.
    private static readonly SearchValues<char> Symbols = SearchValues.Create("^$*.[]{}()?-\"!@#%&/\\,><':;|_~`+=");

    /// <summary>The policy of a pool that names none.</summary>
    public static PasswordPolicy Default { get; } = new(DefaultMinimumLength, true, true, true, true, null, 7);

    /// <exception cref="AwsFault"><c>InvalidPasswordException</c>: the first rule that the password breaks.</exception>
    public void Check(string password)
    {
        Require(password.Length >= (MinimumLength ?? DefaultMinimumLength), "Password not long enough");
        Require(RequireUppercase is not true || password.Any(char.IsAsciiLetterUpper), Missing("uppercase"));
        Require(RequireLowercase is not true || password.Any(char.IsAsciiLetterLower), Missing("lowercase"));
        Require(RequireNumbers is not true || password.Any(char.IsAsciiDigit), Missing("numeric"));
        Require(RequireSymbols is not true || password.AsSpan().ContainsAny(Symbols), Missing("symbol"));
    }

    private static string Missing(string characters) => $"Password must have {characters} characters";

    private static void Require(bool met, string rule)
    {
        if (!met)
        {
            throw new AwsFault("InvalidPasswordException", $"Password did not conform with policy: {rule}");
        }
    }
}
