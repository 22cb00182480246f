using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Logs;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DescribeLogGroups.Request), TypeInfoPropertyName = "DescribeLogGroupsRequest")]
[JsonSerializable(typeof(DescribeLogGroups.Response), TypeInfoPropertyName = "DescribeLogGroupsResponse")]
internal sealed partial class LogsJsonContext : JsonSerializerContext;
