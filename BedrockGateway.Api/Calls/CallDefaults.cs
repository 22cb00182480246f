using System.Buffers;
using System.Text.Json;
using System.Text.RegularExpressions;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Identity;
using BedrockGateway.Api.Upstream;
using BedrockGateway.Api.Wire;

namespace BedrockGateway.Api.Calls;

/// <summary>What the gateway adds to every call: the guardrail, and for whom it is.</summary>
/// <param name="guardrail">
/// The company's guardrail (<c>DEFAULT_GUARDRAIL</c>), <c>id:version</c>; none or empty for none.
/// </param>
internal sealed partial class CallDefaults(string? guardrail)
{
    public const string Setting = "DEFAULT_GUARDRAIL";

    /// <summary>Header with which a client chooses another guardrail: <c>id:version</c>.</summary>
    public const string GuardrailHeader = "X-Bedrock-Guardrail";

    private const string GuardrailId = "X-Amzn-Bedrock-GuardrailIdentifier";
    private const string GuardrailVersion = "X-Amzn-Bedrock-GuardrailVersion";

    /// <summary>Whether the text is the id or ARN of a guardrail with its version.</summary>
    public static bool IsGuardrail(string text) => Guardrail().IsMatch(text);

    /// <summary>The guardrail of a request; <see langword="null"/> for none.</summary>
    /// <exception cref="RequestFault">400: the header names none.</exception>
    public (string Id, string Version)? GuardrailOf(HttpContext http)
    {
        var named = http.Request.Headers[GuardrailHeader].ToString() is { Length: > 0 } asked ? asked : guardrail;
        if (string.IsNullOrEmpty(named))
        {
            return null;
        }

        return Guardrail().Match(named) is { Success: true, Groups: var groups }
            ? (groups["id"].Value, groups["version"].Value)
            : throw RequestFault.Invalid($"{GuardrailHeader} must be the id of a guardrail and its version: id:1.");
    }

    /// <summary>Adds to a request of Bedrock's own dialect what is not there.</summary>
    /// <returns>The body to send.</returns>
    public ReadOnlyMemory<byte> Apply(
        HttpContext http,
        BedrockOperation operation,
        ReadOnlyMemory<byte> body,
        List<KeyValuePair<string, string>> headers)
    {
        var chosen = GuardrailOf(http);
        switch (operation)
        {
            case BedrockOperation.InvokeModel or BedrockOperation.InvokeModelWithResponseStream:
                AddHeaders(headers, chosen);
                return body;
            case BedrockOperation.Converse or BedrockOperation.ConverseStream:
                return AddToConverse(http, body, chosen);
            default:
                return body;
        }
    }

    /// <summary>The headers that put a guardrail on InvokeModel, unless the client has put one there.</summary>
    public static void AddHeaders(List<KeyValuePair<string, string>> headers, (string Id, string Version)? chosen)
    {
        if (chosen is { } added
            && !headers.Exists(header => header.Key.Equals(GuardrailId, StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new(GuardrailId, added.Id));
            headers.Add(new(GuardrailVersion, added.Version));
        }
    }

    private static ReadOnlyMemory<byte> AddToConverse(
        HttpContext http, ReadOnlyMemory<byte> body, (string Id, string Version)? chosen)
    {
        var root = ParseObject(body);
        try
        {
            return JsonObjectEdit.Apply(body.Span, Additions(http, root, chosen)[1..^1], "requestMetadata");
        }
        catch (InvalidOperationException)
        {
            // Text with half of a surrogate pair.
            throw RequestFault.Invalid("The request body is not valid JSON.");
        }
    }

    private static ReadOnlySpan<byte> Additions(
        HttpContext http, JsonElement root, (string Id, string Version)? chosen)
    {
        var added = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(added);
        json.WriteStartObject();
        WriteMetadata(json, http, root);
        if (chosen is { } guardrail && !root.TryGetProperty("guardrailConfig", out _))
        {
            WriteGuardrail(json, guardrail);
        }

        json.WriteEndObject();
        json.Flush();
        return added.WrittenSpan;
    }

    /// <summary>Writes the property that puts a guardrail on Converse.</summary>
    public static void WriteGuardrail(Utf8JsonWriter json, (string Id, string Version) guardrail)
    {
        json.WriteStartObject("guardrailConfig");
        json.WriteString("guardrailIdentifier", guardrail.Id);
        json.WriteString("guardrailVersion", guardrail.Version);
        json.WriteEndObject();
    }

    /// <summary>Writes the property that tells Bedrock's log for whom a call is, to split costs by it.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="http">The request, of which the user is known.</param>
    /// <param name="root">The client's body, whose own entries stay.</param>
    public static void WriteMetadata(Utf8JsonWriter json, HttpContext http, JsonElement root)
    {
        json.WriteStartObject("requestMetadata");
        if (root.ValueKind is JsonValueKind.Object
            && root.TryGetProperty("requestMetadata", out var own) && own.ValueKind is JsonValueKind.Object)
        {
            foreach (var entry in own.EnumerateObject().Where(entry => entry.Name != "sub"))
            {
                entry.WriteTo(json);
            }
        }

        if (http.Features.Get<Caller>() is { } caller)
        {
            json.WriteString("sub", caller.Subject);
        }

        json.WriteEndObject();
    }

    private static JsonElement ParseObject(ReadOnlyMemory<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body.Span, JsonObjectEdit.Options);
            return JsonElement.ParseValue(ref reader) is { ValueKind: JsonValueKind.Object } root
                ? root
                : throw RequestFault.Invalid("The request body must be a JSON object.");
        }
        catch (JsonException)
        {
            throw RequestFault.Invalid("The request body is not valid JSON.");
        }
    }

    [GeneratedRegex(
        @"\A(?<id>[a-z0-9]+|arn:aws[a-z-]*:bedrock:[a-z0-9-]+:\d{12}:guardrail/[a-z0-9]+)"
        + @":(?<version>[1-9]\d{0,7}|DRAFT)\z")]
    private static partial Regex Guardrail();
}
