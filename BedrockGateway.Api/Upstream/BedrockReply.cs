namespace BedrockGateway.Api.Upstream;

/// <summary>Bedrock's reply to a request that it took, as far as it has come.</summary>
/// <param name="headers">The reply's headers.</param>
/// <param name="body">The body; for a stream, what has not come yet is waited for.</param>
/// <param name="owner">What is given back with the reply, such as its connection.</param>
internal sealed class BedrockReply(
    IReadOnlyDictionary<string, string> headers, Stream body, IDisposable? owner) : IAsyncDisposable
{
    public IReadOnlyDictionary<string, string> Headers => headers;

    public Stream Body => body;

    public async ValueTask DisposeAsync()
    {
        await body.DisposeAsync();
        owner?.Dispose();
    }
}
