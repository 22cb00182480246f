using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>A deployment as it is kept.</summary>
internal sealed record SavedDeployment(string Id, string? Description, DateTimeOffset CreatedDate, RestApi Snapshot);

/// <summary>Keeps of a snapshot what is served: not the deployments and stages that there were before it.</summary>
internal sealed class DeploymentConverter : JsonConverter<Deployment>
{
    public override Deployment? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, SavedType(options)) is { } saved
            ? new(saved.Id, saved.Description, saved.CreatedDate, saved.Snapshot)
            : null;

    public override void Write(Utf8JsonWriter writer, Deployment value, JsonSerializerOptions options)
    {
        var served = value.Snapshot with { Deployments = [], Stages = [] };
        JsonSerializer.Serialize(
            writer, new(value.Id, value.Description, value.CreatedDate, served), SavedType(options));
    }

    private static JsonTypeInfo<SavedDeployment> SavedType(JsonSerializerOptions options) =>
        (JsonTypeInfo<SavedDeployment>)options.GetTypeInfo(typeof(SavedDeployment));
}
