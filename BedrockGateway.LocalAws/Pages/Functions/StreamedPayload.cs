using System.Text;
using BedrockGateway.LocalAws.Pages.Masking;

namespace BedrockGateway.LocalAws.Pages.Functions;

/// <summary>A streamed reply as it is shown, whole or as far as it has come.</summary>
internal static class StreamedPayload
{
    private static ReadOnlySpan<byte> Delimiter => [0, 0, 0, 0, 0, 0, 0, 0];

    // {"statusCode":200,...}\0\0\0\0\0\0\0\0data: {"text":"He"}\n\ndata: {"text":"llo"}\n\n
    /// <returns>Head and body, masked; <see langword="null"/> where it is no reply with a head.</returns>
    public static (string Head, string Body)? Read(ReadOnlySpan<byte> payload)
    {
        var end = payload.IndexOf(Delimiter);
        if (end < 0 || !EmbeddedJson.TryParse(Encoding.UTF8.GetString(payload[..end]), out var head))
        {
            return null;
        }

        var body = Encoding.UTF8.GetString(payload[(end + Delimiter.Length)..]);
        var shown = EmbeddedJson.TryParse(body, out var whole)
            ? SecretMask.Of(whole).ToLines()
            : string.Join('\n', body.Split('\n').Select(MaskLine));
        return (SecretMask.Of(head).ToLines(), shown);
    }

    // data: {"type":"message_start"}
    private static string MaskLine(string line)
    {
        var start = line.AsSpan().IndexOfAny('{', '[');
        if (start >= 0 && EmbeddedJson.TryParse(line[start..], out var content))
        {
            return line[..start] + SecretMask.Of(content).ToText();
        }

        return SecretNames.AreIn(line) ? SecretMask.Text : SecretMask.OfText(line);
    }
}
