using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;

namespace BedrockGateway.LocalAws.Bedrock.Families.OpenAi;

/// <summary>Writer Palmyra: OpenAI's chat JSON.</summary>
internal sealed class WriterChat : ITextFamily
{
    private static readonly ChatFormat Format = new();

    private static readonly BodySchema Schema = ChatFormat.Schema()
        .Allow("stop");

    public string Name => "writer";

    public Prompt Read(JsonObject body)
    {
        Schema.Check(body);
        return ChatPrompt.Read(body);
    }

    public JsonObject Write(ModelRequest request, Reply reply) => Format.Write(request, reply);

    public INativeStream Stream(ModelRequest request) => Format.Stream(request);
}
