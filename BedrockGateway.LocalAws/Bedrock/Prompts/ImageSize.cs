using System.Buffers.Binary;

namespace BedrockGateway.LocalAws.Bedrock.Prompts;

/// <summary>Width and height of an image in pixels, read from the first bytes of its file.</summary>
internal sealed record ImageSize(int Width, int Height)
{
    // Anthropic's rule of thumb: https://docs.claude.com/en/docs/build-with-claude/vision#calculate-image-costs
    private const int PixelsPerToken = 750;

    public int Tokens => (int)Math.Clamp((long)Width * Height / PixelsPerToken, 1, int.MaxValue);

    /// <summary><see langword="null"/> where the bytes are no PNG, JPEG, GIF or WebP image.</summary>
    public static ImageSize? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when file.Length >= 24 => OfPng(file),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when file.Length >= 10 => OfGif(file),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when file.Length >= 30 => OfWebP(file),
        [0xFF, 0xD8, ..] => OfJpeg(file[2..]),
        _ => null,
    };

    // [signature 8][length u32]IHDR[width u32][height u32]
    private static ImageSize OfPng(ReadOnlySpan<byte> file) =>
        new(BinaryPrimitives.ReadInt32BigEndian(file[16..]), BinaryPrimitives.ReadInt32BigEndian(file[20..]));

    // GIF89a[width u16 le][height u16 le]
    private static ImageSize OfGif(ReadOnlySpan<byte> file) =>
        new(BinaryPrimitives.ReadUInt16LittleEndian(file[6..]), BinaryPrimitives.ReadUInt16LittleEndian(file[8..]));

    // RIFF[size u32]WEBP and VP8X[size][flags 4][width-1 u24][height-1 u24],
    // or VP8L[size][0x2F][14 bits width-1][14 bits height-1], or VP8 [size][frame tag 3][9D 01 2A][width u16][height u16]
    private static ImageSize? OfWebP(ReadOnlySpan<byte> file)
    {
        const int Bits14 = 0x3FFF;
        if (file[12..16].SequenceEqual("VP8X"u8))
        {
            return new(1 + UInt24(file[24..]), 1 + UInt24(file[27..]));
        }

        if (file[12..16].SequenceEqual("VP8L"u8))
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(file[21..]);
            return new(1 + (int)(bits & Bits14), 1 + (int)((bits >> 14) & Bits14));
        }

        return file[12..16].SequenceEqual("VP8 "u8)
            ? new(
                BinaryPrimitives.ReadUInt16LittleEndian(file[26..]) & Bits14,
                BinaryPrimitives.ReadUInt16LittleEndian(file[28..]) & Bits14)
            : null;
    }

    private static int UInt24(ReadOnlySpan<byte> bytes) => bytes[0] | (bytes[1] << 8) | (bytes[2] << 16);

    // Segments [FF][marker][length u16 with itself]...; a start of frame is FF C0..CF but C4, C8 and CC, with
    // [precision u8][height u16][width u16].
    private static ImageSize? OfJpeg(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= 9 && rest[0] == 0xFF)
        {
            if (rest[1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return new(BinaryPrimitives.ReadUInt16BigEndian(rest[7..]), BinaryPrimitives.ReadUInt16BigEndian(rest[5..]));
            }

            var next = 2 + BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            rest = next <= rest.Length ? rest[next..] : [];
        }

        return null;
    }
}
