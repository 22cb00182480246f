using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>
/// A family whose models answer a prompt with text: reading the one and writing the other is all that differs.
/// </summary>
internal interface ITextFamily : IModelFamily
{
    /// <exception cref="Wire.AwsFault"><c>ValidationException</c>: the body is not what the family takes.</exception>
    Prompt Read(JsonObject body);

    JsonObject Write(ModelRequest request, Prompt prompt, Completion completion);

    ModelReply IModelFamily.Invoke(ModelRequest request)
    {
        var prompt = Read(request.Body);
        var completion = Completion.Of(request, prompt);
        return new(Write(request, prompt, completion), prompt.Tokens, completion.Tokens);
    }
}

/// <summary>What a text model works from.</summary>
/// <param name="LastUserText">The text that the user said last.</param>
/// <param name="Tokens">Tokens of everything that was said, the system's part included.</param>
/// <param name="MaxTokens">Longest answer, in tokens.</param>
/// <param name="StopSequences">An answer ends before the first of these.</param>
internal sealed record Prompt(string LastUserText, int Tokens, int MaxTokens, IReadOnlyList<string> StopSequences);
