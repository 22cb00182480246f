using System.Buffers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Pools;

/// <summary>What a password must have. A pool without a policy asks for 8 characters and every class.</summary>
/// <remarks>
/// Ignores <c>PasswordHistorySize</c>: a password may be used again.
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
    public void Check(string password) => Check(password, "policy");

    /// <summary>The same for a password that an administrator gives, which Cognito refuses in other words.</summary>
    /// <exception cref="AwsFault"><c>InvalidPasswordException</c>: the first rule that the password breaks.</exception>
    public void CheckTemporary(string password) => Check(password, "password policy");

    private void Check(string password, string name)
    {
        var broken = password.Length < (MinimumLength ?? DefaultMinimumLength) ? "Password not long enough"
            : RequireUppercase is true && !password.Any(char.IsAsciiLetterUpper) ? Missing("uppercase")
            : RequireLowercase is true && !password.Any(char.IsAsciiLetterLower) ? Missing("lowercase")
            : RequireNumbers is true && !password.Any(char.IsAsciiDigit) ? Missing("numeric")
            : RequireSymbols is true && !password.AsSpan().ContainsAny(Symbols) ? Missing("symbol")
            : null;
        if (broken is not null)
        {
            throw new AwsFault("InvalidPasswordException", $"Password did not conform with {name}: {broken}");
        }
    }

    private static string Missing(string characters) => $"Password must have {characters} characters";
}
