using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Titan Image Generator and Nova Canvas: text to image. Other tasks are not emulated.</summary>
internal sealed class AmazonImage : IImmediateFamily
{
    private const int DefaultPixels = 1024;

    private static readonly BodySchema Schema = new BodySchema()
        .Require("taskType", BodyKind.Text)
        .Allow("textToImageParams", BodyKind.Object)
        .Require("textToImageParams/text", BodyKind.Text, min: 1)
        .Allow("imageGenerationConfig", BodyKind.Object)
        .Allow("imageGenerationConfig/width", BodyKind.Integer, min: 1, max: 4096)
        .Allow("imageGenerationConfig/height", BodyKind.Integer, min: 1, max: 4096)
        .Allow("imageGenerationConfig/numberOfImages", BodyKind.Integer, min: 1, max: 5);

    public string Name => "amazon-image";

    public ModelReply Invoke(ModelRequest request)
    {
        var body = request.Body;
        Schema.Check(body);
        var task = body.TextAt("taskType");
        if (task != "TEXT_IMAGE")
        {
            throw Wire.AwsFault.NotEmulated("bedrock-runtime", $"InvokeModel with taskType {task}");
        }

        if (body["textToImageParams"] is null)
        {
            throw MalformedInput.Fault(["#: required key [textToImageParams] not found"]);
        }

        var image = Png.Solid(
            request.Digest,
            body.IntAt("imageGenerationConfig/width") ?? DefaultPixels,
            body.IntAt("imageGenerationConfig/height") ?? DefaultPixels);
        var count = body.IntAt("imageGenerationConfig/numberOfImages") ?? 1;
        var images = Enumerable.Repeat(image, count).Select(base64 => JsonValue.Create(base64));
        return new(
            new JsonObject { ["images"] = new JsonArray([.. images]), ["error"] = null },
            InputTokens: null,
            OutputTokens: null);
    }
}
