namespace BedrockGateway.Api.Hosting;

/// <summary>Reads a request's body whole, as the bytes that the client sent.</summary>
internal static class RequestBody
{
    /// <summary>API Gateway's limit of a payload in bytes.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <exception cref="BadHttpRequestException">413: the body is above <see cref="MaxBytes"/>.</exception>
    public static async Task<ArraySegment<byte>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        // The length is the client's word: it sizes the buffer only within reason.
        var buffer = new MemoryStream((int)Math.Clamp(request.ContentLength ?? 1024, 0, 1024 * 1024));
        await request.Body.CopyToAsync(buffer, cancellationToken);
        if (buffer.Length > MaxBytes)
        {
            throw new BadHttpRequestException("Request Too Long", StatusCodes.Status413PayloadTooLarge);
        }

        var bytes = new ArraySegment<byte>(buffer.GetBuffer(), 0, (int)buffer.Length);
        return bytes.AsSpan().StartsWith(Utf8Mark) ? bytes[Utf8Mark.Length..] : bytes;
    }
}
