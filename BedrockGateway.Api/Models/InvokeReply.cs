using System.Text.Json;

namespace BedrockGateway.Api.Models;

/// <summary>What POST /bedrock answers.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Success">Whether it worked.</param>
/// <param name="Message">What happened, for people.</param>
/// <param name="Data">The model's text, or its whole body.</param>
internal sealed record InvokeReply(int Status, bool Success, string Message, JsonElement Data)
{
    // A record would print the answer.
    public override string ToString() => nameof(InvokeReply);
}
