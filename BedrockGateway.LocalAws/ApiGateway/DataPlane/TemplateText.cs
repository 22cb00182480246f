using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>Text with <c>$context.x</c> and <c>$stageVariables.x</c> in it: plain substitution, no VTL.</summary>
internal sealed partial class TemplateText
{
    private readonly ImmutableArray<(string Literal, string? Variable)> _parts;

    private TemplateText(string source, ImmutableArray<(string Literal, string? Variable)> parts)
    {
        Source = source;
        _parts = parts;
    }

    public string Source { get; }

    public static TemplateText Parse(string source)
    {
        var parts = ImmutableArray.CreateBuilder<(string, string?)>();
        var end = 0;
        foreach (Match match in Variable().Matches(source))
        {
            parts.Add((source[end..match.Index], match.Groups[1].Value));
            end = match.Index + match.Length;
        }

        parts.Add((source[end..], null));
        return new(source, parts.ToImmutable());
    }

    /// <param name="request">Where the values come from.</param>
    /// <param name="missing">Text for a variable that has no value.</param>
    public string Render(GatewayRequest request, string missing)
    {
        var text = new StringBuilder();
        foreach (var (literal, variable) in _parts)
        {
            text.Append(literal);
            if (variable is not null)
            {
                text.Append(ContextVariables.Find(request, variable) ?? missing);
            }
        }

        return text.ToString();
    }

    // A full stop or a colon at the end belongs to the sentence around the variable.
    [GeneratedRegex(@"\$((?:context|stageVariables)(?:\.\w+(?::\w+)*)+)", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
