using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>The text that answers a prompt.</summary>
internal static class AnswerText
{
    private const int LongestEcho = 400;

    private const int ShownDigest = 12;

    /// <summary>
    /// A sentence that names the model, the words it was asked and the digest of the request's bytes, which tells a
    /// test that nothing on the way changed the body; then what tools answered, and which images there were. A text
    /// of a given length, or JSON by a given schema, where that is asked for.
    /// </summary>
    public static string Of(ModelRequest request, Prompt prompt) =>
        LongText.Asked(prompt.LastUserText)
        ?? JsonText.Asked(prompt)
        ?? $"{request.Model.Name} heard \"{Echo(prompt.LastUserText)}\" in request {request.Digest[..ShownDigest]}."
            + Results(prompt)
            + Images(prompt);

    /// <summary>The beginning of a text.</summary>
    public static string Echo(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length > LongestEcho ? string.Concat(trimmed.AsSpan(0, LongestEcho), "...") : trimmed;
    }

    private static string Results(Prompt prompt)
    {
        string[] results = [.. prompt.NewResults.Select(result => $"\"{Echo(Part.TextOf(result.Content))}\"")];
        return results.Length == 0 ? string.Empty : $" Tools answered {string.Join(", ", results)}.";
    }

    private static string Images(Prompt prompt)
    {
        string[] sizes = [.. prompt.Images.Select(image => $"{image.Size.Width}x{image.Size.Height}")];
        return sizes.Length == 0
            ? string.Empty
            : $" It saw {sizes.Length} {(sizes.Length == 1 ? "image" : "images")}: {string.Join(", ", sizes)}.";
    }
}
