using System.Globalization;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Makes confirmation codes and, since no mail leaves here, tells them to the log.</summary>
internal sealed partial class CodeSender(TimeProvider clock, ILogger<CodeSender> log)
{
    private const int CodeRange = 1_000_000;

    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);
    private static readonly TimeSpan ResetValidity = TimeSpan.FromHours(1);

    /// <summary>The attribute that a code would prove: the first auto-verified one that the user has.</summary>
    public static string? AttributeToVerify(UserPool pool, UserAttributes attributes) =>
        pool.Settings.AutoVerifiedAttributes?.FirstOrDefault(name => attributes[name] is not null);

    /// <summary>Sends the user a code that replaces any earlier one for the same.</summary>
    /// <param name="pool">The user's pool.</param>
    /// <param name="user">The user.</param>
    /// <param name="purpose">What the code is good for.</param>
    /// <param name="attribute">The attribute that it proves.</param>
    /// <param name="address">Where it goes, if that is not the attribute's value yet.</param>
    /// <exception cref="AwsFault"><c>UserNotFoundException</c>: the user was deleted meanwhile.</exception>
    public CodeDeliveryDetails Send(
        UserPool pool, User user, CodePurpose purpose, string attribute, string? address = null)
    {
        var value = RandomNumberGenerator.GetInt32(CodeRange).ToString("D6", CultureInfo.InvariantCulture);
        var to = address ?? user.Attributes[attribute]!;
        var validity = purpose == CodePurpose.PasswordReset ? ResetValidity : Validity;
        var code = new ConfirmationCode(purpose, value, attribute, to, clock.GetUtcNow() + validity);
        pool.UpdateUser(user.Sub, current => current.WithCode(code));
        LogCodeSent(value, to, pool.Id);
        return CodeDeliveryDetails.To(attribute, to);
    }

    /// <summary>Tells the log what the mail of an invitation would say.</summary>
    public void Announce(UserPool pool, ConfirmationCode invitation) =>
        LogPasswordSent(invitation.Value, invitation.Address, pool.Id);

    [LoggerMessage(Level = LogLevel.Information, Message = "code sent: {Code} to {Address} of user pool {UserPoolId}")]
    private partial void LogCodeSent(string code, string address, string userPoolId);

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "temporary password sent: {TemporaryPassword} to {Address} of user pool {UserPoolId}")]
    private partial void LogPasswordSent(string temporaryPassword, string address, string userPoolId);
}

/// <summary>Where a code went, with the address masked.</summary>
internal sealed record CodeDeliveryDetails(string Destination, string DeliveryMedium, string AttributeName)
{
    private const int ShownDigits = 4;

    public static CodeDeliveryDetails To(string attribute, string address) => attribute == "phone_number"
        ? new($"+*******{address[^Math.Min(ShownDigits, address.Length)..]}", "SMS", attribute)
        : new(EmailAddress.Mask(address), "EMAIL", attribute);

    /// <summary>What a client that hides who exists is told of a code that nobody gets.</summary>
    public static CodeDeliveryDetails Simulated(string username) => PhoneNumber.IsValid(username)
        ? To("phone_number", username)
        : To("email", EmailAddress.IsValid(username) ? username : $"{username}@{username}");
}
