using System.Text.Json;
using BedrockGateway.Api.Errors;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Wire;
using Microsoft.Extensions.Primitives;

namespace BedrockGateway.Api.Anthropic;

/// <summary>A body of POST /v1/messages, as the bytes that the client sent and as what they say.</summary>
/// <remarks>Source: https://platform.claude.com/docs/en/api/messages</remarks>
internal sealed class MessagesRequest : IDisposable
{
    private const string BetaHeader = "anthropic-beta";

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = JsonObjectEdit.Options.MaxDepth };

    private readonly JsonDocument _document;

    private MessagesRequest(JsonDocument document, ReadOnlyMemory<byte> body, StringValues betas)
    {
        _document = document;
        Body = body;
        Root = new(document.RootElement);
        Model = Root.Need("model").ToText();
        IsStreamed = Root.Find("stream")?.ToFlag() ?? false;
        Betas = [.. BetasOf(betas).Union(BetasIn(Root))];
    }

    public ReadOnlyMemory<byte> Body { get; }

    public RequestPart Root { get; }

    /// <summary>The model's name as the client gave it.</summary>
    public string Model { get; }

    public bool IsStreamed { get; }

    /// <summary>Features on trial that the client wants, by header or in the body.</summary>
    public IReadOnlyList<string> Betas { get; }

    /// <exception cref="RequestFault">400: it is no JSON object, or names no model.</exception>
    /// <exception cref="BadHttpRequestException">413: it is too long.</exception>
    public static async Task<MessagesRequest> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var body = await RequestBody.ReadAsync(request, cancellationToken);
        var document = Parse(body);
        try
        {
            return Checked(() => new MessagesRequest(document, body, request.Headers[BetaHeader]));
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>Reads something of a request whose text may be none.</summary>
    /// <exception cref="RequestFault">400: some text is no Unicode.</exception>
    public static T Checked<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, or bytes that are no UTF-8.
            throw RequestFault.Invalid("The request body has text that is not valid Unicode.");
        }
    }

    public void Dispose() => _document.Dispose();

    private static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (JsonException)
        {
            throw RequestFault.Invalid("The request body is not valid JSON.");
        }
    }

    private static IEnumerable<string> BetasOf(StringValues header) => header.SelectMany(value =>
        (value ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    private static IEnumerable<string> BetasIn(RequestPart root) =>
        root.Find("anthropic_beta")?.Items().Select(beta => beta.ToText()) ?? [];
}
