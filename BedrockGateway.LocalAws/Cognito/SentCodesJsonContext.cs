using System.Text.Json;
using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>JSON of the emulator's own endpoint, which is not AWS's wire.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SentCode[]))]
internal sealed partial class SentCodesJsonContext : JsonSerializerContext;
