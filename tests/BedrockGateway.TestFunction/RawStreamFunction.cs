#pragma warning disable CA2252 // Response streaming is in preview in the versions that the solution pins.
using System.Text.Json;
using Amazon.Lambda.Core.ResponseStreaming;
using Amazon.Lambda.RuntimeSupport;

namespace BedrockGateway.TestFunction;

/// <summary>A function that streams without ASP.NET Core: the bytes that its event names, and how it ends.</summary>
internal static class RawStreamFunction
{
    public static LambdaBootstrap Build() => LambdaBootstrapBuilder.Create(StreamAsync).Build();

    // {"write":["a","b"],"fail":"why","buffered":true}
    private static async Task<Stream> StreamAsync(Stream input)
    {
        using var order = await JsonDocument.ParseAsync(input);
        if (order.RootElement.TryGetProperty("buffered", out _))
        {
            return new MemoryStream("\"buffered\""u8.ToArray());
        }

        await using var output = LambdaResponseStreamFactory.CreateStream();
        foreach (var text in order.RootElement.GetProperty("write").EnumerateArray())
        {
            await output.WriteAsync(text.GetBytesFromBase64(), CancellationToken.None);
        }

        return order.RootElement.TryGetProperty("fail", out var reason)
            ? throw new InvalidOperationException(reason.GetString())
            : Stream.Null;
    }
}
