using System.Text.Json;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>The fields of an account's JSON body; texts have at least two characters.</summary>
/// <remarks>What is there and has the wrong type counts as missing, and so does <c>null</c>.</remarks>
internal sealed class AccountForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _map = new(StringComparer.Ordinal);

    private AccountForm()
    {
    }

    /// <summary>The members of <see cref="FormShape.Map"/>.</summary>
    public IReadOnlyDictionary<string, string> Map => _map;

    /// <summary>Whether <see cref="FormShape.Switch"/> is on.</summary>
    public bool IsOn { get; private set; }

    /// <summary>
    /// The value of <see cref="FormShape.Number"/>; <see langword="null"/> where it was left out, and
    /// <see cref="long.MinValue"/> where it is no whole number.
    /// </summary>
    public long? Number { get; private set; }

    public string this[string name] => _fields[name];

    /// <returns><see langword="null"/> where an optional field was left out.</returns>
    public string? Find(string name) => _fields.GetValueOrDefault(name);

    /// <returns>The form, or the reply that says what is wrong with it.</returns>
    public static async Task<(AccountForm? Form, Reply<ErrorReply>? Error)> ReadAsync(
        HttpRequest request, FormShape shape, CancellationToken cancellationToken)
    {
        var bytes = await RequestBody.ReadAsync(request, cancellationToken);
        if (bytes.Count == 0 && shape.MayBeEmpty)
        {
            return (new(), null);
        }

        try
        {
            using var body = JsonDocument.Parse(bytes);
            return Read(body.RootElement, shape);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text with half of a surrogate pair.
            return (null, BodyFault.NotJson);
        }
    }

    private static (AccountForm? Form, Reply<ErrorReply>? Error) Read(JsonElement body, FormShape shape)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return (null, BodyFault.NotAnObject);
        }

        var form = new AccountForm();
        if (shape.Number is { } number && !IsAbsent(body, number))
        {
            form.TakeNumber(body.GetProperty(number));
        }

        return Array.TrueForAll(shape.Required, name => form.TakeText(body, name))
            && Array.TrueForAll(shape.Optional, name => IsAbsent(body, name) || form.TakeText(body, name))
            && (shape.Switch is not { } name || IsAbsent(body, name) || form.TakeSwitch(body, name))
            && (shape.Map is not { } map || IsAbsent(body, map) || form.TakeMap(body, map))
                ? (form, null)
                : (null, BodyFault.MissingParameters);
    }

    private static bool IsAbsent(JsonElement body, string name) =>
        !body.TryGetProperty(name, out var field) || field.ValueKind is JsonValueKind.Null;

    private bool TakeText(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var field) || field.ValueKind is not JsonValueKind.String
            || field.GetString() is not { } text || text.EnumerateRunes().Take(2).Count() < 2)
        {
            return false;
        }

        _fields[name] = text;
        return true;
    }

    private void TakeNumber(JsonElement field) =>
        Number = field.ValueKind is JsonValueKind.Number && field.TryGetInt64(out var number) ? number : long.MinValue;

    private bool TakeSwitch(JsonElement body, string name)
    {
        var field = body.GetProperty(name);
        IsOn = field.ValueKind is JsonValueKind.True;
        return field.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }

    private bool TakeMap(JsonElement body, string name)
    {
        var field = body.GetProperty(name);
        if (field.ValueKind is not JsonValueKind.Object)
        {
            return false;
        }

        foreach (var member in field.EnumerateObject())
        {
            if (member.Value.ValueKind is not JsonValueKind.String)
            {
                return false;
            }

            _map[member.Name] = member.Value.GetString()!;
        }

        return true;
    }
}
