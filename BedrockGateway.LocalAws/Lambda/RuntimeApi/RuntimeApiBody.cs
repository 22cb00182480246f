using System.Buffers;

namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>Reads what a process posts.</summary>
internal static class RuntimeApiBody
{
    /// <summary>The whole body; <see langword="null"/> where it is larger than allowed.</summary>
    /// <remarks>
    /// What is too large is read to its end all the same, so that the process sees the answer and no cut connection.
    /// </remarks>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext http, int maxBytes)
    {
        var body = new ArrayBufferWriter<byte>();
        long total = 0;
        while (true)
        {
            var read = await http.Request.BodyReader.ReadAsync(http.RequestAborted);
            total += read.Buffer.Length;
            if (total <= maxBytes)
            {
                foreach (var segment in read.Buffer)
                {
                    body.Write(segment.Span);
                }
            }

            http.Request.BodyReader.AdvanceTo(read.Buffer.End);
            if (read.IsCompleted)
            {
                // Untyped, null would become an empty memory and no null.
                return total <= maxBytes ? body.WrittenMemory : (ReadOnlyMemory<byte>?)null;
            }
        }
    }
}
