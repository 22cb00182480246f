using System.Text.Json.Serialization;
using Amazon.Lambda.CognitoEvents;

namespace BedrockGateway.Api.PreSignup;

[JsonSerializable(typeof(CognitoPreSignupEvent))]
internal sealed partial class PreSignupJsonContext : JsonSerializerContext;
