using System.Text.Json.Serialization;
using BedrockGateway.LocalAws.Storage;

namespace BedrockGateway.LocalAws.Lambda.Functions;

[JsonSerializable(typeof(LambdaFunction))]
internal sealed partial class FunctionStateContext : JsonSerializerContext
{
    public static FunctionStateContext Of(StateLog state) =>
        new(new() { Converters = { new BlobConverter(state.Blobs) } });
}
