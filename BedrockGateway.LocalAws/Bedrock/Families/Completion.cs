namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>The text a model answers with, and why it ends where it does.</summary>
/// <param name="Text">The answer.</param>
/// <param name="Tokens">Its length by the rule of <see cref="TokenText"/>.</param>
/// <param name="ReachedLimit">Whether the caller's token limit cut it.</param>
/// <param name="StopSequence">The caller's stop sequence that cut it.</param>
internal sealed record Completion(string Text, int Tokens, bool ReachedLimit, string? StopSequence)
{
    private const int LongestEcho = 400;

    private const int ShownDigest = 12;

    /// <summary>
    /// One sentence that names the model, the words it was asked and the digest of the request's bytes, which tells a
    /// test that nothing on the way changed the body.
    /// </summary>
    public static Completion Of(ModelRequest request, Prompt prompt)
    {
        var asked = prompt.LastUserText.Trim();
        var echo = asked.Length > LongestEcho ? string.Concat(asked.AsSpan(0, LongestEcho), "...") : asked;
        return Of($"{request.Model.Name} heard \"{echo}\" in request {request.Digest[..ShownDigest]}.", prompt);
    }

    /// <summary>The family's word for why the answer ends.</summary>
    public string StopReason(string end, string limit, string stopSequence) =>
        ReachedLimit ? limit : StopSequence is null ? end : stopSequence;

    private static Completion Of(string answer, Prompt prompt)
    {
        string? stop = null;
        foreach (var sequence in prompt.StopSequences.Where(sequence => sequence.Length > 0))
        {
            var index = answer.IndexOf(sequence, StringComparison.Ordinal);
            if (index >= 0)
            {
                stop = sequence;
                answer = answer[..index];
            }
        }

        var text = TokenText.Take(answer, prompt.MaxTokens);
        return text.Length < answer.Length
            ? new(text, prompt.MaxTokens, ReachedLimit: true, StopSequence: null)
            : new(answer, TokenText.Count(answer), ReachedLimit: false, stop);
    }
}
