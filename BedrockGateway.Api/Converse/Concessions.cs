using System.Globalization;
using System.Text.RegularExpressions;
using BedrockGateway.Api.Calls;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Converse;

/// <summary>
/// What of one request is left out, because the model that was asked has refused it for nothing else: clients send what
/// the newest APIs take, and models on Bedrock may know it later or never.
/// </summary>
internal sealed partial class Concessions
{
    /// <summary>Header that names what was left out.</summary>
    public const string Header = "x-gateway-dropped";

    // Betas, the length, and a few fields that Bedrock names one after the other.
    private const int MaxAttempts = 7;

    private const string Betas = "anthropic-beta";
    private const string MostTokens = "max_tokens";

    private readonly List<string> _fields = [];
    private readonly List<string> _names = [];

    public bool DropsBetas { get; private set; }

    /// <summary>Places of fields that the model does not know, such as <c>tools.0.input_examples</c>.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The most that the model writes, where the client has asked for more.</summary>
    public int? MaxTokens { get; private set; }

    /// <summary>Asks a model; again without what it does not know, where it refuses the request for that.</summary>
    /// <param name="http">The request; its reply's headers tell what was left out.</param>
    /// <param name="calls">Who asks.</param>
    /// <param name="askOf">Makes what is asked.</param>
    public static async Task<ModelExchange> OpenAsync(
        HttpContext http, ModelCalls calls, Func<Concessions, ModelAsk> askOf)
    {
        var concessions = new Concessions();
        var ask = askOf(concessions);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var exchange = await calls.OpenAsync(http, ask);
                concessions.Tell(http.Response);
                return exchange;
            }
            catch (BedrockFault fault) when (attempt < MaxAttempts && concessions.Accept(fault))
            {
                // The next attempt is another request.
            }
        }
    }

    private bool Accept(BedrockFault fault)
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

    private void Tell(HttpResponse response)
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
