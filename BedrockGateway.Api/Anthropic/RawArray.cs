using System.Buffers;

namespace BedrockGateway.Api.Anthropic;

/// <summary>An array of JSON values that are written already.</summary>
internal sealed class RawArray
{
    private readonly ArrayBufferWriter<byte> _output = new();

    public bool IsEmpty => _output.WrittenCount == 0;

    public void Add(ReadOnlySpan<byte> json)
    {
        _output.Write(IsEmpty ? "["u8 : ","u8);
        _output.Write(json);
    }

    public ReadOnlyMemory<byte> ToBytes()
    {
        _output.Write(IsEmpty ? "[]"u8 : "]"u8);
        return _output.WrittenMemory;
    }
}
