using System.Buffers.Binary;
using System.Text;

namespace BedrockGateway.Infra.Packaging;

/// <summary>Which versions of which symbols an executable asks its shared libraries for.</summary>
/// <remarks>
/// Little-endian ELF of 64 bits, which both of Lambda's processors have. Source: the System V ABI, and the Linux
/// Standard Base, "Symbol Versioning".
/// </remarks>
internal static class ElfVersionNeeds
{
    private const uint SectionOfNeeds = 0x6ffffffe;

    // Header:  7f 45 4c 46 | class 02 | data 01 | ... | 28: u64 sections at | ... | 3a: u16 size of one | u16 count
    // Section: name u32 | type u32 | flags u64 | address u64 | offset u64 | size u64 | link u32 | info u32 | ...
    /// <summary>Names such as <c>GLIBC_2.34</c>; none for a static executable.</summary>
    /// <exception cref="InvalidDataException">The file is no such executable.</exception>
    public static IReadOnlySet<string> Read(ReadOnlySpan<byte> elf)
    {
        if (!elf.StartsWith((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]))
        {
            throw new InvalidDataException("The file is no little-endian ELF executable of 64 bits.");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        var sections = elf[(int)U64(elf, 0x28)..];
        var size = U16(elf, 0x3a);
        for (var i = 0; i < U16(elf, 0x3c); i++)
        {
            var section = sections[(i * size)..];
            if (U32(section, 4) == SectionOfNeeds)
            {
                var strings = sections[((int)U32(section, 0x28) * size)..];
                ReadNeeds(elf[(int)U64(section, 0x18)..], elf[(int)U64(strings, 0x18)..], names);
            }
        }

        return names;
    }

    // Need:    version u16 | count u16 | library u32 | first entry, from here, u32 | next need, from here, u32
    // Entry:   hash u32 | flags u16 | other u16 | name u32 | next entry, from here, u32
    private static void ReadNeeds(ReadOnlySpan<byte> need, ReadOnlySpan<byte> strings, HashSet<string> names)
    {
        while (true)
        {
            var entry = need[(int)U32(need, 8)..];
            for (var i = U16(need, 2); i > 0; i--)
            {
                var name = strings[(int)U32(entry, 8)..];
                names.Add(Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
                entry = entry[(int)U32(entry, 12)..];
            }

            if (U32(need, 12) is not (> 0 and var next))
            {
                return;
            }

            need = need[(int)next..];
        }
    }

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint U32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong U64(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
