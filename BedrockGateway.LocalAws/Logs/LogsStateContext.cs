using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Logs;

[JsonSerializable(typeof(LogGroup))]
internal sealed partial class LogsStateContext : JsonSerializerContext;
