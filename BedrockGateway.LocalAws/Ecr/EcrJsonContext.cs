using System.Text.Json.Serialization;

namespace BedrockGateway.LocalAws.Ecr;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DescribeRepositories.Request), TypeInfoPropertyName = "DescribeRepositoriesRequest")]
[JsonSerializable(typeof(DescribeRepositories.Response), TypeInfoPropertyName = "DescribeRepositoriesResponse")]
internal sealed partial class EcrJsonContext : JsonSerializerContext;
