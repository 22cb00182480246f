using System.Globalization;
using System.Security.Cryptography;
using BedrockGateway.LocalAws.Cognito.Pools;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Makes confirmation codes and, since no mail leaves here, tells them to the log.</summary>
internal sealed partial class CodeSender(TimeProvider clock, ILogger<CodeSender> log)
{
    private const int CodeRange = 1_000_000;

    private static readonly TimeSpan Validity = TimeSpan.FromHours(24);

    /// <summary>The attribute that a code would prove: the first auto-verified one that the user has.</summary>
    public static string? AttributeToVerify(UserPool pool, UserAttributes attributes) =>
        pool.Settings.AutoVerifiedAttributes?.FirstOrDefault(name => attributes[name] is not null);

    /// <summary>Sends the user a code that replaces any earlier one.</summary>
    public CodeDeliveryDetails Send(UserPool pool, User user, string attribute)
    {
        var code = RandomNumberGenerator.GetInt32(CodeRange).ToString("D6", CultureInfo.InvariantCulture);
        var address = user.Attributes[attribute]!;
        var sent = new ConfirmationCode(code, attribute, clock.GetUtcNow() + Validity);
        pool.Users.Update(user.Username, current => current with { Code = sent });
        LogCodeSent(code, address, pool.Id);
        return CodeDeliveryDetails.To(attribute, address);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "code sent: {Code} to {Address} of user pool {UserPoolId}")]
    private partial void LogCodeSent(string code, string address, string userPoolId);
}

/// <summary>Where a code went, with the address masked.</summary>
internal sealed record CodeDeliveryDetails(string Destination, string DeliveryMedium, string AttributeName)
{
    private const int ShownDigits = 4;

    public static CodeDeliveryDetails To(string attribute, string address) => attribute == "phone_number"
        ? new($"+*******{address[^Math.Min(ShownDigits, address.Length)..]}", "SMS", attribute)
        : new(EmailAddress.Mask(address), "EMAIL", attribute);
}
