using System.Text.RegularExpressions;
using BedrockGateway.Api.Calls;

namespace BedrockGateway.Api.Anthropic;

/// <summary>Finds Bedrock's ids for the names that Anthropic itself gives its models.</summary>
// claude-sonnet-4-5-20250929 -> anthropic.claude-sonnet-4-5-20250929-v1:0, claude-sonnet-4-5 -> the same
internal sealed partial class ClaudeNames(FoundationModels models, ModelAliases aliases)
{
    private const string Prefix = "claude-";
    private const string Latest = "-latest";

    /// <returns>The id; the name itself where it is the company's alias, or no model of the region has it.</returns>
    public async ValueTask<string> ResolveAsync(string name, CancellationToken cancellationToken)
    {
        if (!name.StartsWith(Prefix, StringComparison.Ordinal) || aliases.Resolve(name) is not [var own] || own != name)
        {
            return name;
        }

        var asked = name.EndsWith(Latest, StringComparison.Ordinal) ? name[..^Latest.Length] : name;
        var ids = (await models.ListAsync(cancellationToken)).Select(model => model.ModelId ?? "").ToList();
        return Find(ids, asked) ?? Find(ids, Date().Replace(asked, "")) ?? name;
    }

    // The newest, of several dates.
    private static string? Find(List<string> ids, string name) => ids
        .Where(id => id.StartsWith("anthropic." + name, StringComparison.Ordinal)
            && Rest().IsMatch(id.AsSpan("anthropic.".Length + name.Length)))
        .Max(StringComparer.Ordinal);

    [GeneratedRegex(@"\A(-\d{8})?(-v\d+(:\d+)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Rest();

    [GeneratedRegex(@"-\d{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Date();
}
