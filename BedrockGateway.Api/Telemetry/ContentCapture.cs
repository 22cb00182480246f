using System.Diagnostics;
using BedrockGateway.Api.Models;

namespace BedrockGateway.Api.Telemetry;

/// <summary>
/// Prompts and replies in spans, for developers who ask for them: <c>CAPTURE_CONTENT=true</c> in Development.
/// </summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/semconv/gen-ai/gen-ai-events/</remarks>
internal sealed class ContentCapture(bool enabled, ModelReplies replies)
{
    public const string Setting = "CAPTURE_CONTENT";

    public bool IsEnabled => enabled;

    /// <summary>Whether it is asked for, and this is a place for it.</summary>
    public static bool IsWanted(IConfiguration settings, IHostEnvironment environment) =>
        bool.TryParse(settings[Setting], out var wanted) && wanted && IsDevelopment(settings, environment);

    public void Describe(Activity span, ModelCall call)
    {
        if (!enabled)
        {
            return;
        }

        var (system, input) = MessageText.Read(call.Request);
        var content = new ActivityTagsCollection { ["gen_ai.input.messages"] = input };
        if (system is not null)
        {
            content["gen_ai.system_instructions"] = system;
        }

        if (call.Reply is { } reply)
        {
            content["gen_ai.output.messages"] = MessageText.Write(
                "assistant", replies.Pick(call.Request.ModelId, reply), ReplyUsage.FinishReasonsOf(reply));
        }

        span.AddEvent(new("gen_ai.client.inference.operation.details", tags: content));
    }

    // A function's host takes its environment from variables alone.
    private static bool IsDevelopment(IConfiguration settings, IHostEnvironment environment) =>
        environment.IsDevelopment()
        || (settings["DOTNET_ENVIRONMENT"] ?? settings["ASPNETCORE_ENVIRONMENT"]) == Environments.Development;
}
