using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Anthropic;

/// <summary>A part of a request's JSON that knows where it is, to say what is wrong with it.</summary>
/// <remarks>Places and words are Anthropic's: <c>messages.0.content: Field required</c>.</remarks>
internal sealed class RequestPart(JsonElement value, RequestPart? parent = null, string name = "")
{
    public JsonElement Value => value;

    public bool IsObject => value.ValueKind is JsonValueKind.Object;

    public bool IsText => value.ValueKind is JsonValueKind.String;

    private string Path => parent is { Path: { Length: > 0 } above } ? $"{above}.{name}" : name;

    /// <summary>A property of an object; <see langword="null"/> where it is missing or null.</summary>
    /// <exception cref="RequestFault">400: this is no object.</exception>
    public RequestPart? Find(string property)
    {
        if (!IsObject)
        {
            throw Wrong("Input should be a valid dictionary");
        }

        return value.TryGetProperty(property, out var found) && found.ValueKind is not JsonValueKind.Null
            ? new(found, this, property)
            : null;
    }

    /// <exception cref="RequestFault">400: there is no such property.</exception>
    public RequestPart Need(string property) =>
        Find(property) ?? throw new RequestPart(default, this, property).Wrong("Field required");

    /// <exception cref="RequestFault">400: this is no array.</exception>
    public IEnumerable<RequestPart> Items() => value.ValueKind is JsonValueKind.Array
        ? value.EnumerateArray().Select((item, at) => new RequestPart(item, this, $"{at}"))
        : throw Wrong("Input should be a valid list");

    /// <exception cref="RequestFault">400: this is no string.</exception>
    public string ToText() => IsText ? value.GetString()! : throw Wrong("Input should be a valid string");

    /// <exception cref="RequestFault">400: this is no boolean.</exception>
    public bool ToFlag() => value.ValueKind is JsonValueKind.True or JsonValueKind.False
        ? value.GetBoolean()
        : throw Wrong("Input should be a valid boolean");

    /// <exception cref="RequestFault">400: this is no integer above 0.</exception>
    public int ToCount()
    {
        if (value.ValueKind is not JsonValueKind.Number || !value.TryGetInt32(out var count))
        {
            throw Wrong("Input should be a valid integer");
        }

        return count > 0 ? count : throw Wrong("Input should be greater than or equal to 1");
    }

    /// <exception cref="RequestFault">400: this is no number.</exception>
    public double ToNumber() =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? number
            : throw Wrong("Input should be a valid number");

    /// <summary>What to throw, for the client to read.</summary>
    public RequestFault Wrong(string what) =>
        Path is { Length: > 0 } path ? RequestFault.Invalid($"{path}: {what}", path) : RequestFault.Invalid(what);
}
