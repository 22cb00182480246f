using System.Text.Json.Serialization;
using Amazon.Lambda.APIGatewayEvents;

namespace BedrockGateway.Api.Hosting;

[JsonSerializable(typeof(APIGatewayProxyRequest))]
[JsonSerializable(typeof(APIGatewayProxyResponse))]
internal sealed partial class GatewayEventJsonContext : JsonSerializerContext;
