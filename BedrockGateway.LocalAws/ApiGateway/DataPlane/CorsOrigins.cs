using System.Collections.Immutable;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.ApiGateway.State;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane;

/// <summary>The one piece of VTL that is run: what CDK's preflight emits to allow more origins than one.</summary>
/// <remarks>
/// <code>
/// #set($origin = $input.params().header.get("Origin"))
/// #if($origin == "") #set($origin = $input.params().header.get("origin")) #end
/// #if($origin.matches("https://a") || $origin.matches("https://b"))
///   #set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)
/// #end
/// </code>
/// Older versions compare with <c>$origin == "https://a"</c>.
/// </remarks>
internal sealed partial class CorsOrigins
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly ImmutableArray<Regex> _allowed;

    private CorsOrigins(string source, ImmutableArray<Regex> allowed)
    {
        Source = source;
        _allowed = allowed;
    }

    /// <summary>The template.</summary>
    public string Source { get; }

    /// <exception cref="Wire.AwsFault"><c>NotImplemented</c> (501): the template is another one.</exception>
    public static CorsOrigins Parse(string template)
    {
        var form = Form().Match(template);
        if (!form.Success)
        {
            throw ApiGatewayFaults.NotEmulated("response template with VTL other than CDK's CORS preflight");
        }

        // String.matches of Java is a regular expression on the whole string.
        return new(template, [.. Condition().Matches(form.Groups["conditions"].Value).Select(condition => new Regex(
            condition.Groups["pattern"].Success
                ? $"^(?:{condition.Groups["pattern"].Value})$"
                : $"^{Regex.Escape(condition.Groups["text"].Value)}$",
            RegexOptions.CultureInvariant,
            MatchTimeout))]);
    }

    public bool Allows(string origin) => origin.Length > 0 && _allowed.Any(allowed => allowed.IsMatch(origin));

    [GeneratedRegex(
        """
        ^\s*\#set\(\$origin\s*=\s*\$input\.params(\(\)\.header\.get)?\("Origin"\)\)
        \s*\#if\(\$origin\s*==\s*""\)\s*\#set\(\$origin\s*=\s*\$input\.params(\(\)\.header\.get)?\("origin"\)\)\s*\#end
        \s*\#if\((?<conditions>(?:\$origin(?:\.matches\("[^"]*"\)|\s*==\s*"[^"]*")(?:\s*\|\|\s*)?)+)\)
        \s*\#set\(\$context\.responseOverride\.header\.Access-Control-Allow-Origin\s*=\s*\$origin\)
        \s*\#end\s*$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form();

    [GeneratedRegex(
        """\$origin(?:\.matches\("(?<pattern>[^"]*)"\)|\s*==\s*"(?<text>[^"]*)")""",
        RegexOptions.CultureInvariant)]
    private static partial Regex Condition();
}
