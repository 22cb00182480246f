using System.Text.Json;

namespace BedrockGateway.Api.Converse;

/// <summary>Makes a model think, in its own words, and takes out of the request what forbids that.</summary>
internal static class ThinkingFields
{
    private const int LeastBudget = 1024;

    public static void Add(ConverseBody body, ConverseRequest request, ModelTraits traits)
    {
        if (request.Effort is Effort.None)
        {
            return;
        }

        switch (traits.Thinking)
        {
            case ThinkingKind.Budget when MayThink(body) && !IsAmidTools(request):
                AddBudget(body, request.Effort);
                break;
            case ThinkingKind.Adaptive when MayThink(body):
                AddAdaptive(body, NameOf(request.Effort, highest: "xhigh"));
                break;
            case ThinkingKind.AsSent when MayThink(body) && request.Thinking.ValueKind is JsonValueKind.Object:
                body.ModelFields.Add(new("thinking", request.Thinking.WriteTo));
                break;
            case ThinkingKind.NovaEffort:
                AddNova(body, request.Effort);
                break;
            case ThinkingKind.DeepSeekEffort:
                AddText(body, "reasoning_config", NameOf(request.Effort));
                break;
            case ThinkingKind.Effort:
                AddText(body, "reasoning_effort", NameOf(request.Effort));
                break;
            default:
                break;
        }
    }

    // Claude does not think when it must use a tool.
    private static bool MayThink(ConverseBody body) =>
        body.ToolChoice.Kind is ToolChoiceKind.Auto or ToolChoiceKind.None;

    // Claude goes on thinking after a tool's answer only from the thought that led to it, which clients seldom keep.
    private static bool IsAmidTools(ConverseRequest request) =>
        request.Turns.FindLast(turn => !turn.IsUser) is { Blocks: var said }
        && said.Any(block => block is ToolUseBlock)
        && said is not [ReasoningBlock { Signature: not null } or RedactedBlock, ..];

    private static void AddBudget(ConverseBody body, Effort effort)
    {
        var most = body.MaxTokens ?? int.MaxValue;
        if (most <= LeastBudget)
        {
            return;
        }

        var wanted = effort switch
        {
            Effort.Minimal => LeastBudget,
            Effort.Low => 2048,
            Effort.Medium => 8192,
            Effort.High => 16_384,
            _ => 32_768,
        };
        var budget = Math.Max(LeastBudget, Math.Min(wanted, most / 2));
        ForgetSampling(body);
        body.ModelFields.Add(new("thinking", json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "enabled");
            json.WriteNumber("budget_tokens", budget);
            json.WriteEndObject();
        }));
    }

    private static void AddAdaptive(ConverseBody body, string effort)
    {
        ForgetSampling(body);
        body.ModelFields.Add(new("thinking", json => WriteObject(json, "type", "adaptive")));
        body.ModelFields.Add(new("output_config", json => WriteObject(json, "effort", effort)));
    }

    // At its highest, Nova takes neither a length nor sampling. The length is the client's limit, so it stays.
    private static void AddNova(ConverseBody body, Effort effort)
    {
        var level = NameOf(effort);
        if (level == "high" && body.MaxTokens is not null)
        {
            level = "medium";
        }

        if (level == "high")
        {
            ForgetSampling(body);
        }

        body.ModelFields.Add(new("reasoningConfig", json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "enabled");
            json.WriteString("maxReasoningEffort", level);
            json.WriteEndObject();
        }));
    }

    private static void AddText(ConverseBody body, string name, string effort) =>
        body.ModelFields.Add(new(name, json => json.WriteStringValue(effort)));

    private static void ForgetSampling(ConverseBody body) =>
        (body.Temperature, body.TopP, body.TopK) = (null, null, null);

    private static string NameOf(Effort effort, string highest = "high") => effort switch
    {
        Effort.Minimal or Effort.Low => "low",
        Effort.Medium => "medium",
        Effort.Highest => highest,
        _ => "high",
    };

    private static void WriteObject(Utf8JsonWriter json, string name, string value)
    {
        json.WriteStartObject();
        json.WriteString(name, value);
        json.WriteEndObject();
    }
}
