using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock.Conversations;

/// <summary>A call of Converse, read and checked, and what of it the reply repeats.</summary>
internal sealed record ConverseCall(ModelRequest Request, ITextFamily Family, Prompt Prompt)
{
    private static readonly string[] Echoed = ["performanceConfig", "serviceTier"];

    /// <summary>Whether the usage tells the cache's part.</summary>
    public bool IsCached => ConverseFeatures.Of(Request.Model).Cache;

    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>, <c>SerializationException</c>, <c>AccessDeniedException</c>: see
    /// <see cref="ConverseShape"/> and <see cref="ConverseRules"/>; or the model does not converse, or not in streams.
    /// </exception>
    public static async ValueTask<ConverseCall> ReadAsync(
        RestCall call, ModelCalls calls, bool isStreamed, CancellationToken cancellationToken)
    {
        var (model, family) = calls.Find(call);
        if (family is not ITextFamily text)
        {
            throw new AwsFault(
                "ValidationException",
                "This action doesn't support the model that you provided. "
                + "Try again with a supported text or chat model.");
        }

        if (isStreamed && !model.Streaming)
        {
            throw ModelCalls.NotStreamed();
        }

        var request = await ModelCalls.ReadAsync(call, model, ModelBody.ParseMembers, cancellationToken);
        if (request.Body["guardrailConfig"] is JsonObject)
        {
            throw ModelCalls.NoGuardrail();
        }

        ConverseShape.Check(request.Body);
        var prompt = ConversePrompt.Read(request.Body);
        ConverseRules.Check(prompt, model, isStreamed);
        return new(request, text, prompt);
    }

    /// <summary>Performance and service tier, which change nothing.</summary>
    public void Echo(JsonObject reply)
    {
        foreach (var name in Echoed.Where(Request.Body.ContainsKey))
        {
            reply[name] = Request.Body[name]?.DeepClone();
        }
    }

    /// <summary>
    /// What <c>additionalModelResponseFieldPaths</c> asks for of the reply in the model's own JSON; nothing, when it
    /// asks for nothing.
    /// </summary>
    public JsonObject? Additional(Reply reply)
    {
        var paths = Request.Body.TextsAt("additionalModelResponseFieldPaths");
        if (paths.Count == 0)
        {
            return null;
        }

        var native = Family.Write(Request with { Body = [] }, reply);
        JsonObject additional = [];
        foreach (var path in paths.Select(path => path.Trim('/')).Where(path => path.Length > 0))
        {
            Put(additional, path.Split('/'), native.At(path)?.DeepClone());
        }

        return additional;
    }

    private static void Put(JsonObject target, ReadOnlySpan<string> path, JsonNode? value)
    {
        if (path.Length == 1)
        {
            target[path[0]] = value;
            return;
        }

        if (target[path[0]] is not JsonObject below)
        {
            target[path[0]] = below = [];
        }

        Put(below, path[1..], value);
    }
}
