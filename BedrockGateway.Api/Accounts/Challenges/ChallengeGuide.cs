using System.Text.Json;

namespace BedrockGateway.Api.Accounts;

/// <summary>Says in words what a step of a login is and how it is taken.</summary>
internal static class ChallengeGuide
{
    /// <summary>In which parameter Cognito lists the attributes that a first login has to bring.</summary>
    private const string Required = "requiredAttributes";

    private const string Request = "POST /login/challenge with email, challenge, session";

    /// <summary>
    /// What a client has no use for: an internal name, and the user's attributes, of which one is the API key.
    /// </summary>
    private static readonly string[] Withheld = ["USER_ID_FOR_SRP", "userAttributes"];

    /// <returns><see langword="null"/> for a step that this API does not offer.</returns>
    public static (string Message, string Next)? Find(
        string challenge, IReadOnlyDictionary<string, string> parameters) =>
        challenge switch
        {
            ChallengeNames.NewPassword => (
                "The login needs a new password.", $"{Request} and newPassword{Attributes(parameters)}."),
            ChallengeNames.Totp => (
                "The login needs a code of the authenticator app.", $"{Request} and code, the app's six digits."),
            ChallengeNames.MfaSetup => (
                "The login needs an authenticator app to be set up.",
                $"{Request} for a secret; give it to the app, then send the same with that reply's session and code, "
                + "the app's six digits."),
            ChallengeNames.SelectMfa => (
                "The login needs a choice of the second factor.",
                $"{Request} and mfaType, one of those in parameters.MFAS_CAN_CHOOSE."),
            _ => null,
        };

    public static Dictionary<string, string> Shown(IReadOnlyDictionary<string, string> parameters) =>
        parameters.Where(parameter => !Withheld.Contains(parameter.Key)).ToDictionary();

    // ["userAttributes.name","userAttributes.family_name"] as text
    private static string Attributes(IReadOnlyDictionary<string, string> parameters)
    {
        if (!parameters.TryGetValue(Required, out var list))
        {
            return "";
        }

        try
        {
            using var names = JsonDocument.Parse(list);
            var missing = names.RootElement.EnumerateArray().Select(name => name.GetString()).OfType<string>()
                .Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..])
                .ToArray();
            return missing is [] ? "" : $", and attributes with {string.Join(", ", missing)}";
        }
        catch (Exception unknown) when (unknown is JsonException or InvalidOperationException)
        {
            // A form that Cognito does not use today: the parameter itself is in the reply.
            return "";
        }
    }
}
