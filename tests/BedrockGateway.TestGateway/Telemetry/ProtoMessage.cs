using System.Buffers.Binary;
using System.Text;

namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>A message of Protocol Buffers as its fields by number, which is all that a reader of OTLP needs.</summary>
/// <remarks>Source: https://protobuf.dev/programming-guides/encoding/</remarks>
internal sealed class ProtoMessage
{
    private readonly List<(int Field, ulong Number, ReadOnlyMemory<byte> Bytes)> _fields = [];

    public ProtoMessage(ReadOnlyMemory<byte> message)
    {
        var rest = message;
        while (!rest.IsEmpty)
        {
            var tag = Varint(ref rest);
            var field = (int)(tag >> 3);
            switch (tag & 7)
            {
                case 0:
                    _fields.Add((field, Varint(ref rest), default));
                    break;
                case 1:
                    _fields.Add((field, BinaryPrimitives.ReadUInt64LittleEndian(rest.Span), rest[..8]));
                    rest = rest[8..];
                    break;
                case 2:
                    var length = (int)Varint(ref rest);
                    _fields.Add((field, 0, rest[..length]));
                    rest = rest[length..];
                    break;
                case 5:
                    _fields.Add((field, BinaryPrimitives.ReadUInt32LittleEndian(rest.Span), rest[..4]));
                    rest = rest[4..];
                    break;
                case var type:
                    throw new InvalidDataException($"Protocol Buffers have no wire type {type}.");
            }
        }
    }

    public bool Has(int field) => _fields.Exists(entry => entry.Field == field);

    public IEnumerable<ProtoMessage> Messages(int field) => All(field).Select(bytes => new ProtoMessage(bytes));

    public ProtoMessage? Message(int field) => Messages(field).FirstOrDefault();

    public string Text(int field) => Encoding.UTF8.GetString(All(field).FirstOrDefault().Span);

    public string Hex(int field) => Convert.ToHexStringLower(All(field).FirstOrDefault().Span);

    public ulong Number(int field) => _fields.Find(entry => entry.Field == field).Number;

    public double Double(int field) => BitConverter.UInt64BitsToDouble(Number(field));

    /// <summary>Numbers of eight bytes each, packed into one field.</summary>
    public IEnumerable<double> Doubles(int field) => All(field).SelectMany(bytes => Enumerable
        .Range(0, bytes.Length / sizeof(double))
        .Select(index => BinaryPrimitives.ReadDoubleLittleEndian(bytes.Span[(index * sizeof(double))..])));

    private IEnumerable<ReadOnlyMemory<byte>> All(int field) =>
        _fields.Where(entry => entry.Field == field).Select(entry => entry.Bytes);

    private static ulong Varint(ref ReadOnlyMemory<byte> rest)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = rest.Span[0];
            rest = rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
