using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.Api.Replies;

[JsonSerializable(typeof(ErrorReply))]
[JsonSerializable(typeof(MessageReply))]
[JsonSerializable(typeof(RefusalReply))]
internal sealed partial class RepliesJsonContext : JsonSerializerContext
{
    public static readonly RepliesJsonContext Wire = new(WireOptions());

    /// <summary>Options of every reply: camel case, and text as it is, because it is never HTML.</summary>
    public static JsonSerializerOptions WireOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
