using System.Xml.Linq;

namespace BedrockGateway.LocalAws.Sts;

/// <summary>STS <c>GetCallerIdentity</c>: the emulated account, whatever the credentials are.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html</remarks>
internal static class GetCallerIdentity
{
    public static XElement Handle(LocalAwsOptions options) => new(
        "GetCallerIdentityResult",
        new XElement("Arn", $"arn:aws:iam::{options.AccountId}:root"),
        new XElement("UserId", options.AccountId),
        new XElement("Account", options.AccountId));
}
