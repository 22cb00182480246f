using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BedrockGateway.LocalAws.Wire.EventStream;
using Microsoft.AspNetCore.Http.Features;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>One request to the edge: what identifies the service and the operation, and the body.</summary>
internal sealed class AwsCall(HttpContext http, string? signingName, string? target, string requestId)
{
    private byte[]? _body;

    public HttpContext Http { get; } = http;

    /// <summary>Service part of the SigV4 credential scope, <see langword="null"/> for an unsigned call.</summary>
    public string? SigningName { get; } = signingName;

    /// <summary>Access key id of the SigV4 credential, <see langword="null"/> for an unsigned call.</summary>
    public string? AccessKeyId { get; init; }

    /// <summary>The <c>X-Amz-Target</c> header of the JSON protocols, such as <c>AmazonSSM.GetParameter</c>.</summary>
    public string? Target { get; } = target;

    /// <summary>The <c>x-amzn-RequestId</c> of the reply.</summary>
    public string RequestId { get; } = requestId;

    /// <summary>What is to go wrong after a streamed reply has begun; <see langword="null"/> for nothing.</summary>
    public IStreamFault? StreamFault { get; set; }

    public string Method => Http.Request.Method;

    /// <summary>Decoded path, as ASP.NET Core reads it (<c>%2F</c> stays encoded).</summary>
    public string Path => Http.Request.Path.Value ?? "/";

    /// <summary>Path as it came, with everything still encoded.</summary>
    public string RawPath => Http.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget.Split('?')[0];

    /// <summary>Form fields of the Query protocol; empty for any other content.</summary>
    public QueryParameters Form { get; private set; } = QueryParameters.Empty;

    /// <summary>Reads the whole body once; later calls return the same bytes.</summary>
    public async ValueTask<ReadOnlyMemory<byte>> ReadBodyAsync(CancellationToken cancellationToken)
    {
        if (_body is null)
        {
            var reader = Http.Request.BodyReader;
            while (true)
            {
                var read = await reader.ReadAsync(cancellationToken);
                if (read.IsCompleted)
                {
                    _body = read.Buffer.ToArray();
                    reader.AdvanceTo(read.Buffer.End);
                    break;
                }

                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }

        return _body;
    }

    /// <summary>Reads the body as JSON; an empty one is an object without members.</summary>
    /// <exception cref="AwsFault">
    /// <c>SerializationException</c> (400): the body is not the JSON that is expected.
    /// </exception>
    public async ValueTask<T> ReadJsonAsync<T>(JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        var body = await ReadBodyAsync(cancellationToken);
        try
        {
            return JsonSerializer.Deserialize(body.IsEmpty ? "{}"u8 : body.Span, type)
                ?? throw new JsonException("The body is null.");
        }
        catch (JsonException invalid)
        {
            throw new AwsFault("SerializationException", invalid.Message);
        }
    }

    /// <summary>Reads the form of a Query call, which is where its operation is named.</summary>
    public async ValueTask ReadFormAsync(CancellationToken cancellationToken)
    {
        if (Http.Request.HasFormContentType)
        {
            var body = await ReadBodyAsync(cancellationToken);
            Form = QueryParameters.Parse(Encoding.UTF8.GetString(body.Span));
        }
    }
}
