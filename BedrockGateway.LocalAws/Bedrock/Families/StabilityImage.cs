using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>Stable Image and Stable Diffusion 3: one square PNG. Other output formats are not emulated.</summary>
internal sealed class StabilityImage : IImmediateFamily
{
    private const int Pixels = 1024;

    private static readonly BodySchema Schema = new BodySchema()
        .Require("prompt", BodyKind.Text, min: 1)
        .Allow("negative_prompt", BodyKind.Text)
        .Allow("mode", BodyKind.Text)
        .Allow("image", BodyKind.Text)
        .Allow("strength", BodyKind.Number, min: 0)
        .Allow("aspect_ratio", BodyKind.Text)
        .Allow("seed", BodyKind.Integer, min: 0)
        .Allow("output_format", BodyKind.Text)
        .Closed();

    public string Name => "stability-image";

    public ModelReply Invoke(ModelRequest request)
    {
        Schema.Check(request.Body);
        var format = request.Body.TextAt("output_format");
        if (format is not ("" or "png"))
        {
            throw Wire.AwsFault.NotEmulated("bedrock-runtime", $"InvokeModel with output_format {format}");
        }

        return new(
            new JsonObject
            {
                ["seeds"] = new JsonArray(request.Body.IntAt("seed") ?? Convert.ToInt32(request.Digest[..7], 16)),
                ["finish_reasons"] = new JsonArray((JsonNode?)null),
                ["images"] = new JsonArray(Png.Solid(request.Digest, Pixels, Pixels)),
            },
            InputTokens: null,
            OutputTokens: null);
    }
}
