using System.Buffers;
using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using BedrockGateway.Api.Errors;

namespace BedrockGateway.Api.Native;

/// <summary>Failures as Bedrock Runtime tells them to AWS's SDKs.</summary>
internal sealed class NativeDialect : IErrorDialect
{
    public static readonly NativeDialect Instance = new();

    private const string ErrorType = "x-amzn-ErrorType";

    public Task AnswerAsync(HttpContext http, Fault fault)
    {
        var body = BodyOf(fault);
        var response = http.Response;
        // The SDKs know Bedrock's own statuses.
        response.StatusCode = fault.AwsCode is null ? fault.Status : fault.AwsStatus ?? fault.Status;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.Headers[ErrorType] = CodeOf(fault);
        return response.Body.WriteAsync(body, http.RequestAborted).AsTask();
    }

    public void WriteEvent(IBufferWriter<byte> output, HttpContext http, Fault fault)
    {
        var code = CodeOf(fault);
        var payload = BodyOf(fault).Span;
        var headers = new ArrayBufferWriter<byte>();
        WriteHeader(headers, ":exception-type", char.ToLowerInvariant(code[0]) + code[1..]);
        WriteHeader(headers, ":content-type", "application/json");
        WriteHeader(headers, ":message-type", "exception");
        var frame = new byte[12 + headers.WrittenCount + payload.Length + 4];
        BinaryPrimitives.WriteInt32BigEndian(frame, frame.Length);
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), headers.WrittenCount);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Crc32.HashToUInt32(frame.AsSpan(0, 8)));
        headers.WrittenSpan.CopyTo(frame.AsSpan(12));
        payload.CopyTo(frame.AsSpan(12 + headers.WrittenCount));
        BinaryPrimitives.WriteUInt32BigEndian(
            frame.AsSpan(frame.Length - 4), Crc32.HashToUInt32(frame.AsSpan(0, frame.Length - 4)));
        output.Write(frame);
    }

    private static string CodeOf(Fault fault) => fault.AwsCode ?? fault.Status switch
    {
        StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge => "ValidationException",
        StatusCodes.Status403Forbidden => "AccessDeniedException",
        StatusCodes.Status404NotFound => "ResourceNotFoundException",
        StatusCodes.Status429TooManyRequests => "ThrottlingException",
        StatusCodes.Status503ServiceUnavailable => "ServiceUnavailableException",
        StatusCodes.Status504GatewayTimeout => "ModelTimeoutException",
        _ => "InternalServerException",
    };

    private static ReadOnlyMemory<byte> BodyOf(Fault fault)
    {
        var body = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(body);
        json.WriteStartObject();
        json.WriteString("message", fault.Message);
        json.WriteEndObject();
        json.Flush();
        return body.WrittenMemory;
    }

    private static void WriteHeader(ArrayBufferWriter<byte> output, string name, string value)
    {
        output.Write([(byte)name.Length]);
        output.Write(Encoding.UTF8.GetBytes(name));
        var length = output.GetSpan(3);
        length[0] = 7;
        BinaryPrimitives.WriteUInt16BigEndian(length[1..], (ushort)Encoding.UTF8.GetByteCount(value));
        output.Advance(3);
        output.Write(Encoding.UTF8.GetBytes(value));
    }
}
