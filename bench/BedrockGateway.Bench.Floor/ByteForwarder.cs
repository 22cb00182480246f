using System.Net.Http.Headers;

namespace BedrockGateway.Bench.Floor;

/// <summary>Forwards events as they are: nothing is parsed, checked, signed or logged.</summary>
internal sealed class ByteForwarder(HttpClient http, Uri runtime, Uri upstream)
{
    // LocalAws tells services apart by the scope that a signature names, and checks no signature.
    private const string Scope =
        "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/bedrock/aws4_request, SignedHeaders=host, Signature=0";

    private static readonly MediaTypeHeaderValue Json = new("application/json");

    private readonly Uri _next = new(runtime, "invocation/next");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            using var poll = await http.GetAsync(_next, cancellationToken);
            var requestId = poll.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").First();
            var bytes = await poll.Content.ReadAsByteArrayAsync(cancellationToken);

            using var request = new HttpRequestMessage(HttpMethod.Post, upstream) { Content = ContentOf(bytes) };
            request.Headers.TryAddWithoutValidation("Authorization", Scope);
            using var reply = await http.SendAsync(request, cancellationToken);
            using var content = ContentOf(await reply.Content.ReadAsByteArrayAsync(cancellationToken));
            using var posted = await http.PostAsync(
                new Uri(runtime, $"invocation/{requestId}/response"), content, cancellationToken);
        }
    }

    private static ByteArrayContent ContentOf(byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = Json;
        return content;
    }
}
