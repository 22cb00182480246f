using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace BedrockGateway.Bench.EmptyHost;

[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class EventJsonContext : JsonSerializerContext;
