using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Lambda.CognitoEvents;

namespace BedrockGateway.Api.Triggers;

[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(CognitoPreSignupEvent))]
[JsonSerializable(typeof(CognitoPreTokenGenerationEvent))]
internal sealed partial class TriggerJsonContext : JsonSerializerContext;
