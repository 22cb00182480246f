using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Iam.Policies;

namespace BedrockGateway.LocalAws.Iam;

[JsonSourceGenerationOptions(Converters = [typeof(PolicyDocumentConverter)])]
[JsonSerializable(typeof(AttachedPolicy))]
[JsonSerializable(typeof(Role))]
internal sealed partial class IamStateContext : JsonSerializerContext;

/// <summary>Keeps a policy as it was given.</summary>
internal sealed class PolicyDocumentConverter : JsonConverter<PolicyDocument>
{
    public override PolicyDocument Read(
        ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PolicyDocument.Parse(JsonNode.Parse(ref reader));

    public override void Write(Utf8JsonWriter writer, PolicyDocument value, JsonSerializerOptions options) =>
        value.Source.WriteTo(writer, options);
}
