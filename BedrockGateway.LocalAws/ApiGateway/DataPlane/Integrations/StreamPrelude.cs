using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text.Json;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>What a streamed reply begins with.</summary>
/// <remarks>
/// Keys that API Gateway does not know are ignored.
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/response-streaming-lambda-configure.html
/// </remarks>
/// <param name="Status">HTTP status, 200 where the function names none.</param>
/// <param name="Headers">Headers, renamed where the gateway owns the name; never a length, which nobody knows.</param>
internal sealed record StreamPrelude(int Status, IReadOnlyDictionary<string, string[]> Headers)
{
    private const int MaxBytes = 16 * 1024;

    private static ReadOnlySpan<byte> Delimiter => [0, 0, 0, 0, 0, 0, 0, 0];

    // {"statusCode":200,"headers":{"a":"b"},"multiValueHeaders":{"c":["d"]},"cookies":["e=f"]}\0\0\0\0\0\0\0\0<body>
    /// <summary>Reads up to the body. All of it, with its eight NULs, has to be in the first 16 KiB.</summary>
    /// <exception cref="FormatException">It is not there, or not what it should be.</exception>
    public static async ValueTask<StreamPrelude> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        while (true)
        {
            var read = await body.ReadAsync(cancellationToken);
            var reader = new SequenceReader<byte>(read.Buffer);
            if (reader.TryReadTo(out ReadOnlySequence<byte> json, Delimiter) && reader.Consumed <= MaxBytes)
            {
                var prelude = Parse(json);
                body.AdvanceTo(reader.Position);
                return prelude;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCompleted || read.Buffer.Length >= MaxBytes)
            {
                throw new FormatException("it does not begin with metadata and eight NULs");
            }
        }
    }

    private static StreamPrelude Parse(ReadOnlySequence<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            throw new FormatException("its metadata is no JSON");
        }
    }

    private static StreamPrelude Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException("its metadata is no object");
        }

        var status = root.TryGetProperty("statusCode", out var code) ? ReadStatus(code) : StatusCodes.Status200OK;
        var headers = new ProxyReplyHeaders();
        if (root.TryGetProperty("headers", out var single))
        {
            headers.AddSingle(single);
        }

        if (root.TryGetProperty("multiValueHeaders", out var multiple))
        {
            headers.AddMultiple(multiple);
        }

        if (root.TryGetProperty("cookies", out var cookies))
        {
            headers.AddCookies(cookies);
        }

        return new(status, headers.Merge().Where(header => !IsLength(header.Key)).ToDictionary());
    }

    private static int ReadStatus(JsonElement value) =>
        int.TryParse(value.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var status)
            && status is >= 200 and <= 599
            ? status
            : throw new FormatException("its statusCode is no HTTP status");

    private static bool IsLength(string name) =>
        name.Equals("x-amzn-Remapped-Content-Length", StringComparison.OrdinalIgnoreCase);
}
