using System.Net;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;

namespace BedrockGateway.Api.Upstream;

/// <summary>Calls Bedrock Runtime over HTTP, with the SDK's endpoint, credentials and signature.</summary>
/// <remarks>
/// The SDK's own operations read and write typed objects, which lose what they do not know, and InvokeModel's pipeline
/// takes longer than all the rest of a request. See docs/decisions/0011.
/// </remarks>
internal sealed class BedrockWire(IAmazonBedrockRuntime runtime, BedrockSignature signature, HttpMessageInvoker http)
    : IBedrockWire
{
    // Errors are short; whoever sends more is not Bedrock.
    private const int MaxErrorBytes = 64 * 1024;

    public async Task<BedrockReply> SendAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        using var span = OperationSpan.Start(call);
        using var request = await signature.SignAsync(call, EndpointOf(call), cancellationToken);
        var response = await http.SendAsync(request, cancellationToken);
        OperationSpan.Describe(span, response);
        if (response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            return new(HeadersOf(response), body, response);
        }

        using (response)
        {
            var fault = await FaultOfAsync(response, cancellationToken);
            OperationSpan.Fail(span, fault);
            throw fault;
        }
    }

    /// <summary>Connections to one host, as many as are needed, renewed before its addresses change.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionIdleTimeout = TimeSpan.FromMinutes(2),
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        UseCookies = false,
    };

    private Uri EndpointOf(BedrockCall call) =>
        new(runtime.DetermineServiceOperationEndpoint(new InvokeModelRequest { ModelId = call.ModelId }).URL);

    private static Dictionary<string, string> HeadersOf(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        foreach (var (name, values) in response.Content.Headers.NonValidated)
        {
            headers[name] = values.ToString();
        }

        return headers;
    }

    private static async Task<BedrockFault> FaultOfAsync(
        HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var buffer = new byte[MaxErrorBytes];
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        var type = response.Headers.NonValidated.TryGetValues("x-amzn-ErrorType", out var types)
            ? types.ToString()
            : null;
        return BedrockFault.Read(
            response.StatusCode, type, buffer.AsMemory(0, length), response.Headers.RetryAfter?.Delta);
    }
}
