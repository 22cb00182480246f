using System.Text.Json;
using BedrockGateway.Api.Converse;

namespace BedrockGateway.Api.OpenAi.Prompts;

/// <summary>Makes a model think, in its own words, and takes out of the request what forbids that.</summary>
internal static class Thinking
{
    private const int LeastBudget = 1024;

    public static void Add(ConverseRequest request, Prompt prompt, ModelTraits traits)
    {
        if (prompt.Effort is Effort.None)
        {
            return;
        }

        switch (traits.Thinking)
        {
            case ThinkingKind.Budget when MayThink(request) && !IsAmidTools(prompt):
                AddBudget(request, prompt.Effort);
                break;
            case ThinkingKind.Adaptive when MayThink(request):
                AddAdaptive(request, NameOf(prompt.Effort, highest: "xhigh"));
                break;
            case ThinkingKind.NovaEffort:
                AddNova(request, prompt.Effort);
                break;
            case ThinkingKind.DeepSeekEffort:
                AddText(request, "reasoning_config", NameOf(prompt.Effort));
                break;
            case ThinkingKind.Effort:
                AddText(request, "reasoning_effort", NameOf(prompt.Effort));
                break;
            default:
                break;
        }
    }

    // Claude does not think when it must use a tool.
    private static bool MayThink(ConverseRequest request) =>
        request.ToolChoice.Kind is ToolChoiceKind.Auto or ToolChoiceKind.None;

    // Claude goes on thinking after a tool's answer only from the thought that led to it, which clients seldom keep.
    private static bool IsAmidTools(Prompt prompt) =>
        prompt.Turns.FindLast(turn => !turn.IsUser) is { Blocks: var said }
        && said.Any(block => block is ToolUseBlock)
        && said is not [ReasoningBlock { Signature: not null }, ..];

    private static void AddBudget(ConverseRequest request, Effort effort)
    {
        var most = request.MaxTokens ?? int.MaxValue;
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
        ForgetSampling(request);
        request.ModelFields.Add(new("thinking", json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "enabled");
            json.WriteNumber("budget_tokens", budget);
            json.WriteEndObject();
        }));
    }

    private static void AddAdaptive(ConverseRequest request, string effort)
    {
        ForgetSampling(request);
        request.ModelFields.Add(new("thinking", json => WriteObject(json, "type", "adaptive")));
        request.ModelFields.Add(new("output_config", json => WriteObject(json, "effort", effort)));
    }

    // At its highest, Nova wants to choose the length itself.
    private static void AddNova(ConverseRequest request, Effort effort)
    {
        var level = NameOf(effort);
        if (level == "high" && request.MaxTokens is not null)
        {
            level = "medium";
        }

        if (level == "high")
        {
            ForgetSampling(request);
        }

        request.ModelFields.Add(new("reasoningConfig", json =>
        {
            json.WriteStartObject();
            json.WriteString("type", "enabled");
            json.WriteString("maxReasoningEffort", level);
            json.WriteEndObject();
        }));
    }

    private static void AddText(ConverseRequest request, string name, string effort) =>
        request.ModelFields.Add(new(name, json => json.WriteStringValue(effort)));

    private static void ForgetSampling(ConverseRequest request) => (request.Temperature, request.TopP) = (null, null);

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
