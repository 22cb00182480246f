using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Sts;

/// <summary>
/// STS <c>AssumeRole</c>: credentials for any role, whether it exists or not. They may do everything: only functions
/// are held to their roles.
/// </summary>
/// <remarks>
/// Ignores policies, session tags, MFA and external ids.
/// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
/// </remarks>
internal static class AssumeRole
{
    private const string KeyLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static readonly TimeSpan DefaultDuration = TimeSpan.FromHours(1);

    /// <exception cref="AwsFault"><c>ValidationError</c>: a field is missing or is no ARN of a role.</exception>
    public static XElement Handle(QueryParameters form, LocalAwsOptions options, TimeProvider clock)
    {
        var arn = Required(form, "RoleArn", "roleArn");
        var session = Required(form, "RoleSessionName", "roleSessionName");
        if (arn.Split(':') is not ["arn", _, "iam", _, var account, var resource]
            || !resource.StartsWith("role/", StringComparison.Ordinal))
        {
            throw new AwsFault("ValidationError", $"{arn} is invalid");
        }

        var asked = form["DurationSeconds"];
        var duration = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : DefaultDuration;
        var expiration = clock.GetUtcNow().Add(duration).UtcDateTime
            .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var owner = account.Length > 0 ? account : options.AccountId;
        var roleId = "AROA" + RandomNumberGenerator.GetString(KeyLetters, 17);
        var credentials = SessionKeys.New();
        var roleName = resource[(resource.LastIndexOf('/') + 1)..];
        return new(
            "AssumeRoleResult",
            new XElement(
                "Credentials",
                new XElement("AccessKeyId", credentials.AccessKeyId),
                new XElement("SecretAccessKey", credentials.SecretAccessKey),
                new XElement("SessionToken", credentials.SessionToken),
                new XElement("Expiration", expiration)),
            new XElement(
                "AssumedRoleUser",
                new XElement("AssumedRoleId", $"{roleId}:{session}"),
                new XElement("Arn", $"arn:aws:sts::{owner}:assumed-role/{roleName}/{session}")));
    }

    private static string Required(QueryParameters form, string field, string member) =>
        form[field] ?? throw new AwsFault(
            "ValidationError",
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: " +
            "Member must not be null");
}
