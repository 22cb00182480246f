using System.Buffers.Binary;
using System.Text;
using BedrockGateway.Infra.Packaging;

namespace BedrockGateway.Infra.Tests.Packaging;

public sealed class GlibcTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    [Fact]
    public void Needs_AreReadAcrossLibraries() =>
        Assert.Equal(
            ["GCC_3.0", "GLIBC_2.17", "GLIBC_2.34"],
            ElfVersionNeeds.Read(Elf(["GLIBC_2.17", "GLIBC_2.34"], ["GCC_3.0"])).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("GLIBC_2.34")]
    [InlineData("GLIBC_2.9")]
    [InlineData("GLIBC_PRIVATE")]
    [InlineData("GLIBCXX_3.4.32")]
    public void VersionThatLambdaHas_IsFine(string version)
    {
        File.WriteAllBytes(_path, Elf(["GLIBC_2.2.5", version]));

        Glibc.Check(_path);
    }

    [Theory]
    [InlineData("2.35")]
    [InlineData("2.38")]
    public void NewerVersion_IsRefusedWithTheWayOut(string version)
    {
        File.WriteAllBytes(_path, Elf(["GLIBC_2.2.5"], [$"GLIBC_{version}", "GLIBC_2.34"]));

        var refusal = Assert.Throws<PackagingException>(() => Glibc.Check(_path));

        Assert.Equal(
            $"The native package needs glibc {version} and Lambda has 2.34, because this machine's is newer: deploy "
            + "from an older Linux, such as Amazon Linux 2023, or with LAMBDA_PACKAGE=managed.",
            refusal.Message);
    }

    [Fact]
    public void OtherFile_IsNoExecutable() =>
        Assert.Throws<InvalidDataException>(() => ElfVersionNeeds.Read("#!/bin/sh"u8));

    // Two sections: the needs, one per library, and the strings that they name.
    private static byte[] Elf(params string[][] libraries)
    {
        const int Header = 0x40;
        const int Section = 0x40;
        var strings = new MemoryStream();
        strings.WriteByte(0);
        var needs = new List<byte>();
        for (var i = 0; i < libraries.Length; i++)
        {
            var size = 16 + (16 * libraries[i].Length);
            Append(needs, U16(1), U16(libraries[i].Length), U32(0), U32(16));
            Append(needs, U32(i == libraries.Length - 1 ? 0 : size));
            for (var j = 0; j < libraries[i].Length; j++)
            {
                Append(needs, U32(0), U16(0), U16(2), U32((int)strings.Position));
                Append(needs, U32(j == libraries[i].Length - 1 ? 0 : 16));
                strings.Write(Encoding.ASCII.GetBytes(libraries[i][j] + "\0"));
            }
        }

        var elf = new byte[Header + (2 * Section)];
        ((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1]).CopyTo(elf);
        BinaryPrimitives.WriteInt64LittleEndian(elf.AsSpan(0x28), Header);
        BinaryPrimitives.WriteInt16LittleEndian(elf.AsSpan(0x3a), Section);
        BinaryPrimitives.WriteInt16LittleEndian(elf.AsSpan(0x3c), 2);
        BinaryPrimitives.WriteUInt32LittleEndian(elf.AsSpan(Header + 4), 0x6ffffffe);
        BinaryPrimitives.WriteInt64LittleEndian(elf.AsSpan(Header + 0x18), elf.Length);
        BinaryPrimitives.WriteInt32LittleEndian(elf.AsSpan(Header + 0x28), 1);
        BinaryPrimitives.WriteInt64LittleEndian(elf.AsSpan(Header + Section + 0x18), elf.Length + needs.Count);
        return [.. elf, .. needs, .. strings.ToArray()];
    }

    private static void Append(List<byte> bytes, params byte[][] parts) => bytes.AddRange(parts.SelectMany(part => part));

    private static byte[] U16(int value) => BitConverter.GetBytes((ushort)value);

    private static byte[] U32(int value) => BitConverter.GetBytes(value);
}
