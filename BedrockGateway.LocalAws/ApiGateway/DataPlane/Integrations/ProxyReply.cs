using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>What a function returned to a proxy integration.</summary>
/// <param name="Status">HTTP status, 200 where the function names none.</param>
/// <param name="Headers">Headers, renamed where the gateway owns the name.</param>
/// <param name="Body">Body as the function wrote it.</param>
/// <param name="IsBase64">Whether the function says that the body is base64.</param>
internal sealed record ProxyReply(
    int Status, IReadOnlyDictionary<string, string[]> Headers, string Body, bool IsBase64)
{
    /// <param name="payload">The function's reply.</param>
    /// <param name="reply">The reply, where it keeps the contract.</param>
    /// <param name="problem">What is wrong with it, without anything of its content.</param>
    public static bool TryRead(
        ReadOnlyMemory<byte> payload,
        [NotNullWhen(true)] out ProxyReply? reply,
        [NotNullWhen(false)] out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            reply = Read(document.RootElement);
            problem = null;
            return true;
        }
        catch (Exception invalid) when (invalid is JsonException or FormatException or InvalidOperationException)
        {
            reply = null;
            problem = invalid is FormatException ? invalid.Message : "it is no JSON";
            return false;
        }
    }

    /// <param name="decode">
    /// Whether the client accepts one of the API's binary media types; else base64 goes out as it is.
    /// </param>
    public ReadOnlyMemory<byte> ReadBody(bool decode)
    {
        var bytes = Encoding.UTF8.GetBytes(Body);
        if (!IsBase64 || !decode)
        {
            return bytes;
        }

        var decoded = new byte[bytes.Length];
        return Convert.TryFromBase64String(Body, decoded, out var length) ? decoded.AsMemory(0, length) : bytes;
    }

    private static ProxyReply Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("it is no object");
        }

        var status = StatusCodes.Status200OK;
        var body = string.Empty;
        var isBase64 = false;
        var headers = new ProxyReplyHeaders();
        foreach (var property in root.EnumerateObject())
        {
            switch (property.Name)
            {
                case "statusCode":
                    status = ReadStatus(property.Value);
                    break;
                case "headers":
                    headers.AddSingle(property.Value);
                    break;
                case "multiValueHeaders":
                    headers.AddMultiple(property.Value);
                    break;
                case "body":
                    body = ReadText(property.Value);
                    break;
                case "isBase64Encoded":
                    isBase64 = ReadFlag(property.Value);
                    break;
                default:
                    throw new FormatException($"it has the unknown key '{property.Name}'");
            }
        }

        return new(status, headers.Merge(), body, isBase64);
    }

    private static int ReadStatus(JsonElement value)
    {
        var text = value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText();
        return value.ValueKind == JsonValueKind.Null
            ? StatusCodes.Status200OK
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var status)
                && status is >= 100 and <= 599
                ? status
                : throw new FormatException("its statusCode is no HTTP status");
    }

    private static string ReadText(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => string.Empty,
        JsonValueKind.String => value.GetString() ?? string.Empty,
        _ => throw new FormatException("its body is no string"),
    };

    private static bool ReadFlag(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False or JsonValueKind.Null => false,
        _ => throw new FormatException("its isBase64Encoded is no boolean"),
    };
}
