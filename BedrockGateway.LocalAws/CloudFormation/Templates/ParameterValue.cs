using System.Text.Json.Nodes;

namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>A template parameter with its value.</summary>
/// <param name="Key">Name in the template.</param>
/// <param name="Value">What was given, or the default: for an SSM type the name of the SSM parameter.</param>
/// <param name="ResolvedValue">What an SSM type was resolved to; <see langword="null"/> for any other type.</param>
/// <param name="NoEcho">Whether descriptions mask the value.</param>
/// <param name="IsList">Whether <c>Ref</c> returns the comma-separated value as a list.</param>
internal sealed record ParameterValue(string Key, string Value, string? ResolvedValue, bool NoEcho, bool IsList)
{
    /// <summary>What <c>Ref</c> returns.</summary>
    public JsonNode ToNode()
    {
        var value = ResolvedValue ?? Value;
        return IsList
            ? new JsonArray([.. value.Split(',').Select(item => (JsonNode)item.Trim())])
            : value;
    }

    /// <summary>What descriptions show of the value.</summary>
    public string Shown => NoEcho ? "****" : Value;
}
