using System.Globalization;
using System.Text.RegularExpressions;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Anthropic;

/// <summary>
/// What of one request is left out, because the model that was asked has refused it for nothing else: clients send what
/// Anthropic's newest API takes, and models on Bedrock may know it later or never.
/// </summary>
internal sealed partial class Concessions
{
    /// <summary>Header that names what was left out.</summary>
    public const string Header = "x-gateway-dropped";

    private const string Betas = "anthropic-beta";
    private const string MostTokens = "max_tokens";

    private readonly List<string> _fields = [];
    private readonly List<string> _names = [];

    public bool DropsBetas { get; private set; }

    /// <summary>Places of fields that the model does not know, such as <c>tools.0.input_examples</c>.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The most that the model writes, where the client has asked for more.</summary>
    public int? MaxTokens { get; private set; }

    /// <summary>Whether the request may be taken without what the model has just refused.</summary>
    public bool Accept(BedrockFault fault)
    {
        if (fault.ErrorCode is not "ValidationException")
        {
            return false;
        }

        // ValidationException: invalid beta flag
        if (!DropsBetas && fault.Message.Contains("invalid beta flag", StringComparison.OrdinalIgnoreCase))
        {
            DropsBetas = true;
            _names.Add(Betas);
            return true;
        }

        return LowerTokens(fault.Message) || DropFields(fault.Message);
    }

    public void Tell(HttpResponse response)
    {
        if (_names.Count > 0)
        {
            response.Headers[Header] = string.Join(", ", _names);
        }
    }

    private bool LowerTokens(string message)
    {
        if (MaxTokens is not null
            || Limit().Match(message) is not { Success: true } limit
            || !int.TryParse(limit.Groups["most"].ValueSpan, CultureInfo.InvariantCulture, out var most))
        {
            return false;
        }

        MaxTokens = most;
        _names.Add(MostTokens);
        return true;
    }

    private bool DropFields(string message)
    {
        var found = Extra().Matches(message).Select(match => match.Groups["path"].Value)
            .Concat(Extraneous().Matches(message).Select(match => PathOf(match.Groups)))
            .Except(_fields)
            .ToList();
        _fields.AddRange(found);
        _names.AddRange(found);
        return found.Count > 0;
    }

    private static string PathOf(GroupCollection found) =>
        string.Join('.', [.. found["at"].Value.Split('/').Skip(1), found["key"].Value]);

    // context_management: Extra inputs are not permitted
    [GeneratedRegex(@"(?<path>[A-Za-z0-9_.-]+): Extra inputs are not permitted", RegexOptions.CultureInvariant)]
    private static partial Regex Extra();

    // Malformed input request: #/messages/0: extraneous key [x] is not permitted, please reformat your input ...
    [GeneratedRegex(
        @"(?<at>#[A-Za-z0-9_/-]*): extraneous key \[(?<key>[A-Za-z0-9_-]+)\] is not permitted",
        RegexOptions.CultureInvariant)]
    private static partial Regex Extraneous();

    // The maximum tokens you requested exceeds the model limit of 10000. Try again with ...
    [GeneratedRegex(@"exceeds the model limit of (?<most>\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Limit();
}
