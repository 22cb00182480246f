using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Prompts;

namespace BedrockGateway.LocalAws.Bedrock.Replies;

/// <summary>The tools that a reply calls.</summary>
/// <remarks>
/// A forced tool is called; of several the ones that the user named, else the first. Where the model is free, the ones
/// that the user named since the last result, in the order of their names in the text; none where the user named none.
/// <c>1000 times</c> in the text repeats them.
/// </remarks>
internal static partial class ToolCalls
{
    private const int KeyLength = 24;

    private const int MostRepetitions = 10_000;

    public static IEnumerable<ToolUseBlock> Of(ModelRequest request, Prompt prompt)
    {
        var times = Times(prompt.TextAfterResults);
        return Enumerable.Repeat(Called(prompt), times)
            .SelectMany(tools => tools)
            .Select((tool, index) => new ToolUseBlock(
                Key(request.Digest, index), tool.Name, SchemaValue.Of(tool.Schema) as JsonObject ?? []));
    }

    /// <summary>24 hex digits of a call's own.</summary>
    public static string Key(string digest, int index) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes($"{digest} {index}")))[..KeyLength];

    private static ToolSpec[] Called(Prompt prompt)
    {
        var named = Named(prompt);
        return prompt.Choice.Mode switch
        {
            ToolMode.Named => [.. prompt.Tools.Where(tool => tool.Name == prompt.Choice.Name).Take(1)],
            ToolMode.Any when named.Length == 0 => [.. prompt.Tools.Take(1)],
            ToolMode.Any or ToolMode.Auto => named,
            _ => [],
        };
    }

    private static ToolSpec[] Named(Prompt prompt)
    {
        var text = prompt.TextAfterResults;
        return [.. prompt.Tools
            .Where(tool => tool.Name.Length > 0)
            .Select(tool => (Tool: tool, Index: IndexOf(text, tool.Name)))
            .Where(match => match.Index >= 0)
            .OrderBy(match => match.Index)
            .Select(match => match.Tool)];
    }

    // get is not named by get_weather.
    private static int IndexOf(string text, string name)
    {
        for (var start = 0; text.IndexOf(name, start, StringComparison.Ordinal) is var index and >= 0; start = index + 1)
        {
            if (!IsOfName(text, index - 1) && !IsOfName(text, index + name.Length))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool IsOfName(string text, int index) =>
        index >= 0 && index < text.Length && (char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-');

    private static int Times(string text) =>
        Repetition().Match(text) is { Success: true } match
            ? Math.Clamp(int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), 1, MostRepetitions)
            : 1;

    [GeneratedRegex(@"\b([0-9]{1,5}) times\b")]
    private static partial Regex Repetition();
}
