using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Admin;

[JsonSerializable(typeof(UserListReply))]
[JsonSerializable(typeof(UserReply))]
[JsonSerializable(typeof(InviteReply))]
[JsonSerializable(typeof(RotateUserReply))]
[JsonSerializable(typeof(UsageReportReply))]
internal sealed partial class AdminJsonContext : JsonSerializerContext
{
    public static readonly AdminJsonContext Wire = new(RepliesJsonContext.WireOptions());
}
