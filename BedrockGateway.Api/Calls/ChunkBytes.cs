using System.Buffers.Text;
using System.Text.Json;

namespace BedrockGateway.Api.Calls;

/// <summary>Opens <c>chunk</c> events, in a buffer that is used again.</summary>
// {"bytes":"eyJ0eXBlIjoi...","p":"abcd"}
internal sealed class ChunkBytes
{
    private byte[] _buffer = new byte[1024];

    /// <exception cref="InvalidDataException">The event has no bytes.</exception>
    public ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> payload)
    {
        var reader = new Utf8JsonReader(payload.Span);
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName && reader.ValueTextEquals("bytes"u8) && reader.Read())
            {
                return DecodeText(reader.ValueSpan);
            }
        }

        throw new InvalidDataException("A chunk of the model's reply has no bytes.");
    }

    private ReadOnlyMemory<byte> DecodeText(ReadOnlySpan<byte> text)
    {
        var most = Base64.GetMaxDecodedFromUtf8Length(text.Length);
        if (_buffer.Length < most)
        {
            _buffer = new byte[Math.Max(most, _buffer.Length * 2)];
        }

        Base64.DecodeFromUtf8(text, _buffer, out _, out var length);
        return _buffer.AsMemory(0, length);
    }
}
