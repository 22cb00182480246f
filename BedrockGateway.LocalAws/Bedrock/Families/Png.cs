using System.Buffers.Binary;
using System.IO.Compression;

namespace BedrockGateway.LocalAws.Bedrock.Families;

/// <summary>PNG images of one colour (W3C PNG, third edition).</summary>
internal static class Png
{
    private const uint ReversedCrcPolynomial = 0xEDB88320;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>An image in the colour that the digest begins with, as base64.</summary>
    public static string Solid(string digest, int width, int height)
    {
        // IHDR: [width u32][height u32][bit depth 1][colour type 3, palette][deflate][filters 0-4][no interlace]
        Span<byte> header = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], height);
        header[8] = 1;
        header[9] = 3;

        using var png = new MemoryStream();
        png.Write(Signature);
        WriteChunk(png, "IHDR"u8, header);
        WriteChunk(png, "PLTE"u8, Convert.FromHexString(digest[..6]));
        WriteChunk(png, "IDAT"u8, Rows(width, height));
        WriteChunk(png, "IEND"u8, []);
        return Convert.ToBase64String(png.GetBuffer(), 0, (int)png.Length);
    }

    // Each row is [filter 0][one bit a pixel: palette entry 0].
    private static byte[] Rows(int width, int height)
    {
        var row = new byte[1 + ((width + 7) / 8)];
        using var compressed = new MemoryStream();
        using (var deflate = new ZLibStream(compressed, CompressionLevel.Optimal))
        {
            for (var y = 0; y < height; y++)
            {
                deflate.Write(row);
            }
        }

        return compressed.ToArray();
    }

    // [length of data u32][type][data][crc32 of type and data]
    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(type);
        png.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Crc(Crc(uint.MaxValue, type), data));
        png.Write(number);
    }

    private static uint Crc(uint crc, ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) * ReversedCrcPolynomial);
            }
        }

        return crc;
    }
}
