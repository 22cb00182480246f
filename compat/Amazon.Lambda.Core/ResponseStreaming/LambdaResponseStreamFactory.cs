using System.Runtime.Versioning;

namespace Amazon.Lambda.Core.ResponseStreaming;

/// <summary>Turns the response of the invocation that the caller works for into a stream, once.</summary>
/// <remarks>
/// What the handler returns does not count any more. Unlike with the official package, the prelude waits for the first
/// write and is sent with it.
/// </remarks>
[RequiresPreviewFeatures(PreviewMessage)]
public class LambdaResponseStreamFactory
{
    internal const string PreviewMessage =
        "Response streaming is in preview until all managed .NET runtimes of Lambda know it; functions that bring "
        + "Amazon.Lambda.RuntimeSupport along may use it with EnablePreviewFeatures.";

    private static Func<byte[], ILambdaResponseStream> s_open;

    /// <summary>A stream of bytes, for callers of Lambda's own API.</summary>
    /// <exception cref="InvalidOperationException">No invocation is in progress, or its stream exists.</exception>
    public static LambdaResponseStream CreateStream() => new(Open([]));

    /// <summary>A stream that begins with status and headers, for function URLs and API Gateway.</summary>
    /// <exception cref="InvalidOperationException">No invocation is in progress, or its stream exists.</exception>
    public static LambdaResponseStream CreateHttpStream(HttpResponseStreamPrelude prelude)
    {
        ArgumentNullException.ThrowIfNull(prelude);
        return new(Open(prelude.ToByteArray()));
    }

    internal static void SetLambdaResponseStream(Func<byte[], ILambdaResponseStream> open) => s_open = open;

    private static ILambdaResponseStream Open(byte[] prelude) => s_open is { } open
        ? open(prelude)
        : throw new InvalidOperationException("No runtime of Lambda's runs in this process.");
}
