using BedrockGateway.Bench.Wire;

namespace BedrockGateway.Bench.Streams.Upstream;

/// <summary>
/// Bedrock Runtime's wire with replies of fixed bytes, and as much of Cognito and API Gateway as admits one user.
/// </summary>
internal sealed class FakeAws : IDisposable
{
    private static readonly byte[] Nothing = "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"u8.ToArray();

    private readonly FakeAccount _account = new();
    private readonly byte[] _signingKeys;
    private readonly RawServer _server;

    public FakeAws()
    {
        _signingKeys = _account.SigningKeys();
        _server = new(64 * 1024, AnswerAsync);
    }

    public Uri Endpoint => new($"http://{_server.Address}/");

    /// <summary>In which steps streams are written that begin from now on.</summary>
    public IStreamScript Script { get; set; } = new FloodScript(0);

    public string IdToken(TimeProvider clock) => _account.IdToken(clock);

    public void Dispose()
    {
        _server.Dispose();
        _account.Dispose();
    }

    private Task AnswerAsync(WireRequest request, Stream connection)
    {
        return OperationOf(request) switch
        {
            "converse" => ReplyAsync(WholeReplies.Converse),
            "converse-stream" => Script.WriteAsync(connection, StreamBytes.Converse),
            "invoke" when request.Path.Contains("embed", StringComparison.Ordinal) =>
                ReplyAsync(WholeReplies.Embedding),
            "invoke" => ReplyAsync(WholeReplies.Claude),
            "invoke-with-response-stream" => Script.WriteAsync(connection, StreamBytes.Claude),
            "jwks.json" => ReplyAsync(_signingKeys),
            "apikeys" => ReplyAsync(FakeAccount.Keys),
            "usageplans" => ReplyAsync(FakeAccount.Plans),
            _ => ReplyAsync(Nothing),
        };

        Task ReplyAsync(byte[] reply) => connection.WriteAsync(reply).AsTask();
    }

    // /model/amazon.nova-lite-v1%3A0/converse, /apikeys?limit=500
    private static string OperationOf(WireRequest request) => request.Path.Split('?', 2)[0].Split('/')[^1];
}
