using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CognitoEvents;
using BedrockGateway.TestFunction;

namespace BedrockGateway.Compat.Tests.Lambda;

/// <summary>The event and the reply of test handlers.</summary>
internal sealed record Greeting([property: JsonPropertyName("text")] string Text);

[JsonSerializable(typeof(Greeting))]
[JsonSerializable(typeof(EchoReply))]
[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(CognitoPreSignupEvent))]
internal sealed partial class LambdaTestJsonContext : JsonSerializerContext;
