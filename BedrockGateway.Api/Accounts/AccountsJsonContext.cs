using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

[JsonSerializable(typeof(RegisterReply))]
[JsonSerializable(typeof(LoginReply))]
internal sealed partial class AccountsJsonContext : JsonSerializerContext
{
    public static readonly AccountsJsonContext Wire = new(RepliesJsonContext.WireOptions());
}
