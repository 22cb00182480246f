using System.Text.Json.Serialization;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Models;

[JsonSerializable(typeof(ModelList))]
[JsonSerializable(typeof(InvokeReply))]
[JsonSerializable(typeof(string))]
internal sealed partial class ModelsJsonContext : JsonSerializerContext
{
    public static readonly ModelsJsonContext Wire = new(RepliesJsonContext.WireOptions());
}
