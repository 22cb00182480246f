using System.Net;
using System.Text.Json;

namespace BedrockGateway.Api.Upstream;

/// <summary>What to throw of a reply that has begun, and is of no use: 502, with a text for the client.</summary>
internal static class ReplyFault
{
    private const string Code = "ModelStreamErrorException";

    /// <summary>The reply ended before its end.</summary>
    public static BedrockFault BrokenOff() => Because("The model's reply broke off.");

    /// <summary>The reply is not what Bedrock says that it is.</summary>
    public static BedrockFault Unreadable() => Because("The model's reply could not be read.");

    public static BedrockFault TooLong() => Because("The model's reply is too long.");

    /// <summary>What an exception means that came up while a reply was read.</summary>
    /// <returns><see langword="null"/> where it is nothing of the reply's.</returns>
    public static BedrockFault? Find(Exception fault) => fault switch
    {
        IOException or HttpRequestException => BrokenOff(),
        InvalidDataException => Unreadable(),
        _ when IsShape(fault) => Unreadable(),
        _ => null,
    };

    /// <summary>Whether an exception says that JSON is none, or has not what it should.</summary>
    public static bool IsShape(Exception fault) =>
        fault is JsonException or KeyNotFoundException or FormatException
            or (InvalidOperationException and not ObjectDisposedException);

    private static BedrockFault Because(string message) => new(HttpStatusCode.BadGateway, Code, message);
}
