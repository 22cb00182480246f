using System.Net.Http.Headers;
using System.Security.Cryptography;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;
using Amazon.Runtime.Identity;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;

namespace BedrockGateway.Api.Upstream;

/// <summary>Makes HTTP requests of calls, signed by the SDK (Signature Version 4) as the process.</summary>
internal sealed class BedrockSignature(IAmazonBedrockRuntime runtime, IIdentityResolver<AWSCredentials> identity)
{
    private const string Resource = "{modelId}";
    private const string Json = "application/json";

    private readonly AWS4Signer _signer = new();

    // A key of Bedrock's own instead of credentials, as the SDK takes it from the environment.
    private readonly string? _bearer = Environment.GetEnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK");

    /// <exception cref="AmazonClientException">There are no credentials.</exception>
    public async Task<HttpRequestMessage> SignAsync(
        BedrockCall call, Uri endpoint, CancellationToken cancellationToken)
    {
        using var request = new DefaultRequest(new InvokeModelRequest(), "Amazon.BedrockRuntime")
        {
            HttpMethod = "POST",
            ResourcePath = $"/model/{Resource}/{call.Operation.Path()}",
            Endpoint = endpoint,
            OverrideSigningServiceName = "bedrock",
        };
        request.AddPathResource(Resource, call.ModelId);
        request.Headers["Content-Type"] = Json;
        request.Headers["Accept"] = call.Operation.IsStream() ? "application/vnd.amazon.eventstream" : Json;
        foreach (var (name, value) in call.Headers)
        {
            request.Headers[name] = value;
        }

        if (!string.IsNullOrEmpty(_bearer))
        {
            request.Headers["Authorization"] = $"Bearer {_bearer}";
            return MessageOf(request, call.Body);
        }

        // The signer takes a hash that is there; it would copy the body to make one.
        request.Headers["X-Amz-Content-SHA256"] = Convert.ToHexStringLower(SHA256.HashData(call.Body.Span));
        var credentials = await identity.ResolveIdentityAsync(runtime.Config, cancellationToken);
        if (await credentials.GetCredentialsAsync() is { UseToken: true, Token: var token })
        {
            request.Headers["X-Amz-Security-Token"] = token;
        }

        _signer.Sign(request, runtime.Config, new RequestMetrics(), credentials);
        return MessageOf(request, call.Body);
    }

    private static HttpRequestMessage MessageOf(DefaultRequest request, ReadOnlyMemory<byte> body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, AmazonServiceClient.ComposeUrl(request))
        {
            Content = new ReadOnlyMemoryContent(body),
        };
        foreach (var (name, value) in request.Headers)
        {
            if (name.Equals("Content-Type", StringComparison.OrdinalIgnoreCase))
            {
                message.Content.Headers.ContentType = MediaTypeHeaderValue.TryParse(value, out var type) ? type : null;
            }
            else
            {
                message.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }
}
