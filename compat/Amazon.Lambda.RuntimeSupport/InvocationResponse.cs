namespace Amazon.Lambda.RuntimeSupport;

/// <summary>What a handler answers with.</summary>
public class InvocationResponse
{
    public InvocationResponse(Stream outputStream)
        : this(outputStream, true)
    {
    }

    public InvocationResponse(Stream outputStream, bool disposeOutputStream)
    {
        ArgumentNullException.ThrowIfNull(outputStream);
        OutputStream = outputStream;
        DisposeOutputStream = disposeOutputStream;
    }

    public Stream OutputStream { get; set; }

    /// <summary>Whether the stream is disposed of once it is sent. Default <see langword="true"/>.</summary>
    public bool DisposeOutputStream { get; private set; }
}
