using System.Xml.Linq;
using BedrockGateway.LocalAws.Iam.Sessions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Sts;

/// <summary>
/// STS <c>GetCallerIdentity</c>: a function's session, or the emulated account, whatever the credentials are.
/// </summary>
/// <remarks>Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html</remarks>
internal static class GetCallerIdentity
{
    public static XElement Handle(AwsCall call, SessionStore sessions, LocalAwsOptions options)
    {
        var session = sessions.Find(call.AccessKeyId);
        return new(
            "GetCallerIdentityResult",
            new XElement("Arn", session?.Arn ?? $"arn:aws:iam::{options.AccountId}:root"),
            new XElement("UserId", session is null ? options.AccountId : $"{session.Role.Id}:{session.Function}"),
            new XElement("Account", options.AccountId));
    }
}
