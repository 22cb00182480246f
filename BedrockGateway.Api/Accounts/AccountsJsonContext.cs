using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

[JsonSerializable(typeof(RegisterReply))]
[JsonSerializable(typeof(LoginReply))]
[JsonSerializable(typeof(ChallengeReply))]
[JsonSerializable(typeof(DeliveryReply))]
[JsonSerializable(typeof(AccountReply))]
[JsonSerializable(typeof(UsageReply))]
[JsonSerializable(typeof(RotateReply))]
[JsonSerializable(typeof(MfaReply))]
internal sealed partial class AccountsJsonContext : JsonSerializerContext
{
    public static readonly AccountsJsonContext Wire = new(RepliesJsonContext.WireOptions());
}
