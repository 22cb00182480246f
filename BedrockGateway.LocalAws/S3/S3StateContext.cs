using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.S3;

[JsonSerializable(typeof(SavedBucket))]
[JsonSerializable(typeof(StoredObject))]
internal sealed partial class S3StateContext : JsonSerializerContext
{
    public static S3StateContext Of(StateLog state) => new(new() { Converters = { new BlobConverter(state.Blobs) } });
}

/// <summary>A bucket; its objects are records of their own.</summary>
internal sealed record SavedBucket(string Name);
