using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.CognitoEvents;

namespace BedrockGateway.TestFunction;

[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
[JsonSerializable(typeof(CognitoPreSignupEvent))]
[JsonSerializable(typeof(EchoReply))]
internal sealed partial class FunctionJsonContext : JsonSerializerContext;
