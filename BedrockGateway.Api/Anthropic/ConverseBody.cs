using System.Text.Json;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Makes of a request of this dialect one of Converse's, for the models that are no Claude.</summary>
internal static class ConverseBody
{
    /// <param name="request">The request.</param>
    /// <param name="modelId">The model that is asked.</param>
    /// <param name="concessions">What is left out.</param>
    public static ConverseRequest Of(MessagesRequest request, string modelId, Concessions concessions)
    {
        var traits = ModelTraits.Of(modelId);
        var target = new ConverseRequest();
        ReadMessages(request.Root, target, new BlockReader(modelId, traits));
        ReadSettings(request.Root, target);
        new ToolReader(modelId, traits).Read(request.Root, target);
        AddTopK(request.Root, target, traits.TopK);
        ThinkingFields.Add(target, request.Root, traits.Thinking);
        target.ModelFields.RemoveAll(field => concessions.Fields.Contains(field.Key));
        target.MaxTokens = concessions.MaxTokens is { } most && target.MaxTokens > most ? most : target.MaxTokens;
        return target;
    }

    /// <summary>The same with the guardrail of the request.</summary>
    public static ConverseRequest Of(
        HttpContext http, MessagesRequest request, string modelId, CallDefaults defaults, Concessions concessions)
    {
        var target = Of(request, modelId, concessions);
        target.Guardrail = defaults.GuardrailOf(http);
        return target;
    }

    private static void ReadMessages(RequestPart root, ConverseRequest target, BlockReader blocks)
    {
        if (root.Find("system") is { } system)
        {
            target.Instructions.AddRange(blocks.ReadInstructions(system));
        }

        foreach (var message in root.Need("messages").Items())
        {
            var role = message.Need("role");
            switch (role.ToText())
            {
                case "user":
                    target.Messages.AddUser(blocks.Read(message.Find("content")));
                    break;
                case "assistant":
                    target.Messages.AddAssistant(blocks.Read(message.Find("content")));
                    break;
                case "system" or "developer" when message.Find("content") is { } content:
                    target.Instructions.AddRange(blocks.ReadInstructions(content));
                    break;
                case "system" or "developer":
                    break;
                default:
                    throw role.Wrong("Input should be 'user' or 'assistant'");
            }
        }
    }

    private static void ReadSettings(RequestPart root, ConverseRequest target)
    {
        target.MaxTokens = root.Find("max_tokens")?.ToCount();
        target.Temperature = root.Find("temperature")?.ToNumber();
        target.TopP = root.Find("top_p")?.ToNumber();
        if (root.Find("stop_sequences") is { } stops)
        {
            target.StopSequences.AddRange(stops.Items().Select(stop => stop.ToText()).Where(stop => stop.Length > 0));
        }
    }

    // {"top_k":40}, or {"inferenceConfig":{"topK":40}}
    private static void AddTopK(RequestPart root, ConverseRequest target, string[] place)
    {
        if (root.Find("top_k")?.ToCount() is not { } count || place is not [var first, .. var inner])
        {
            return;
        }

        target.ModelFields.Add(new(first, json => Write(json, inner, count)));
    }

    private static void Write(Utf8JsonWriter json, ReadOnlySpan<string> place, int count)
    {
        if (place is [var name, .. var inner])
        {
            json.WriteStartObject();
            json.WritePropertyName(name);
            Write(json, inner, count);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNumberValue(count);
        }
    }
}
