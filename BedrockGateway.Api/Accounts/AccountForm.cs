using System.Text.Json;
using BedrockGateway.Api.Hosting;
using BedrockGateway.Api.Replies;

namespace BedrockGateway.Api.Accounts;

/// <summary>The fields of an account's JSON body, all text of at least two characters.</summary>
internal sealed class AccountForm
{
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);

    private AccountForm()
    {
    }

    public string this[string name] => _fields[name];

    /// <returns>The form, or the reply that says what is wrong with it.</returns>
    public static async Task<(AccountForm? Form, Reply<ErrorReply>? Error)> ReadAsync(
        HttpRequest request, string[] names, CancellationToken cancellationToken)
    {
        var bytes = await RequestBody.ReadAsync(request, cancellationToken);
        try
        {
            using var body = JsonDocument.Parse(bytes);
            return Read(body.RootElement, names);
        }
        catch (Exception invalid) when (invalid is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: text with half of a surrogate pair.
            return (null, BodyFault.NotJson);
        }
    }

    private static (AccountForm? Form, Reply<ErrorReply>? Error) Read(JsonElement body, string[] names)
    {
        if (body.ValueKind is not JsonValueKind.Object)
        {
            return (null, BodyFault.NotAnObject);
        }

        var form = new AccountForm();
        foreach (var name in names)
        {
            if (!body.TryGetProperty(name, out var field) || field.ValueKind is not JsonValueKind.String
                || field.GetString() is not { } text || text.EnumerateRunes().Take(2).Count() < 2)
            {
                return (null, BodyFault.MissingParameters);
            }

            form._fields[name] = text;
        }

        return (form, null);
    }
}
