using System.Text.RegularExpressions;

namespace BedrockGateway.Api.Models;

/// <summary>Ids of models, inference profiles and ARNs, as <c>InvokeModel</c> takes them.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html</remarks>
internal static partial class ModelId
{
    private const int MaxChars = 2048;

    /// <summary>Whether the id holds only what ids are made of, so that it stays one part of a URL's path.</summary>
    public static bool IsValid(string id) =>
        id.Length <= MaxChars && Shape().IsMatch(id) && !id.Split('/').Any(part => part is "" or "." or "..");

    /// <summary>Finds the provider in an id, a profile id with its region prefix, or an ARN of either.</summary>
    /// <returns>
    /// Such as <c>anthropic</c>; <see langword="null"/> where the id names none, such as application profiles.
    /// </returns>
    public static string? ProviderOf(string id, Predicate<string> isProvider)
    {
        // arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0
        // arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-sonnet-4-6
        if (id.StartsWith("arn:", StringComparison.Ordinal))
        {
            return id.Split(':', 6) is [_, _, _, _, _, var resource]
                && resource.Split('/', 2) is ["foundation-model" or "inference-profile", var named]
                    ? FromName(named, isProvider)
                    : null;
        }

        return FromName(id, isProvider);
    }

    // us.anthropic.claude-sonnet-4-6, global.anthropic..., anthropic.claude-v2
    private static string? FromName(string id, Predicate<string> isProvider) =>
        id.Split('.', 3) switch
        {
            [var provider, _, ..] when isProvider(provider) => provider,
            [_, var provider, _] when isProvider(provider) => provider,
            _ => null,
        };

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9.:/_-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
