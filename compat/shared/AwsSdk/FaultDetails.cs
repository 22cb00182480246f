using System.Text.Json;
using Amazon.Runtime.Internal.Transform;

namespace Compat.AwsSdk;

/// <summary>What a fault says beside its code and message.</summary>
internal sealed class FaultDetails(IWebResponseData response, byte[] body)
{
    public string Header(string name) => response.IsHeaderPresent(name) ? response.GetHeaderValue(name) : null;

    public string Text(string member) =>
        Find(member) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    public int? Number(string member) =>
        Find(member) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt32(out var number) ? number : null;

    private JsonElement Find(string member)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object
                && document.RootElement.TryGetProperty(member, out var value)
                ? value.Clone()
                : default;
        }
        catch (JsonException)
        {
            // A proxy's page instead of the service's fault: the caller still gets the typed exception.
            return default;
        }
    }
}
