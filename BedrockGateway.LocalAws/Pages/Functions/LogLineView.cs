using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>A line that a function's process wrote, without tokens.</summary>
internal sealed record LogLineView(DateTimeOffset At, string Text)
{
    public static LogLineView Of(LoggedLine line) => new(line.At, SecretMask.OfText(line.Text));
}
