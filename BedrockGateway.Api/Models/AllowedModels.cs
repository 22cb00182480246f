using System.IO.Enumeration;

namespace BedrockGateway.Api.Models;

/// <summary>Which models may be called: <c>ALLOWED_MODELS</c>, patterns of ids separated by commas.</summary>
/// <remarks>
/// The role's policy is made of the same patterns and judges the same way; here the client is told. A pattern fits an
/// id as a whole, or without the geography in front of it: <c>anthropic.*</c> fits
/// <c>us.anthropic.claude-sonnet-4-6</c>, <c>eu.anthropic.*</c> only Europe's profiles. An application's inference
/// profile does not tell its model, so it must be named itself: <c>application-inference-profile/a1b2c3d4e5f6</c>.
/// </remarks>
internal sealed class AllowedModels
{
    public const string Setting = "ALLOWED_MODELS";

    private const string All = "*";
    private const string ApplicationProfiles = "application-inference-profile/";

    private readonly string[] _patterns;

    private AllowedModels(string[] patterns) => _patterns = patterns;

    /// <param name="patterns">The setting; none or empty allows all, as <c>*</c> does.</param>
    public static AllowedModels Parse(string? patterns)
    {
        var parts = (patterns ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return new(parts.Length == 0 || parts.Contains(All) ? [All] : parts);
    }

    /// <summary>Whether a model id, a profile's id or an ARN of either may be called.</summary>
    public bool Allows(string id) => _patterns is [All] || NamesOf(id).Any(name => _patterns.Any(Fits(name)));

    /// <summary>Whether a foundation model can be called by its id or by one of its profiles.</summary>
    public bool Lists(string modelId) => _patterns is [All]
        || _patterns.Any(Fits(modelId))
        || _patterns.Select(WithoutGeography).OfType<string>().Any(Fits(modelId));

    // A pattern with a slash fits names with one, and no others.
    private static Func<string, bool> Fits(string name) => pattern =>
        pattern.Contains('/', StringComparison.Ordinal) == name.Contains('/', StringComparison.Ordinal)
        && FileSystemName.MatchesSimpleExpression(pattern, name, ignoreCase: false);

    private static IEnumerable<string> NamesOf(string id)
    {
        var name = NameOf(id);
        return WithoutGeography(name) is { } model ? [name, model] : [name];
    }

    // arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0
    // arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6
    // arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/a1b2c3d4e5f6
    private static string NameOf(string id)
    {
        if (id.StartsWith("arn:", StringComparison.Ordinal) && id.Split(':', 6) is { Length: 6 } parts)
        {
            return parts[5].Split('/', 2) is ["foundation-model" or "inference-profile", var named] ? named : parts[5];
        }

        // Models and systems' profiles have a provider in their id.
        return id.Contains('.', StringComparison.Ordinal) ? id : ApplicationProfiles + id;
    }

    // us.anthropic.claude-sonnet-4-6; null for anthropic.claude-v2, of which no provider would be left.
    private static string? WithoutGeography(string name)
    {
        var rest = name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..];
        return rest.Length < name.Length && rest.Contains('.', StringComparison.Ordinal) ? rest : null;
    }
}
