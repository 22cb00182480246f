using System.Runtime.Versioning;
using Amazon.Lambda.AspNetCoreServer.Internal;
using Amazon.Lambda.Core;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Features.Authentication;

namespace Amazon.Lambda.AspNetCoreServer.Hosting;

/// <summary>How requests and replies are converted.</summary>
public class HostingOptions
{
    public ILambdaSerializer? Serializer { get; set; }

    /// <summary>Encoding of replies that neither content type nor content encoding decides. Default text.</summary>
    public ResponseContentEncoding DefaultResponseContentEncoding
    {
        get => Encodings.Otherwise;
        set => Encodings.Otherwise = value;
    }

    /// <summary>
    /// Whether a reply to a request that failed names the exception's type in a header <c>ErrorType</c>. Default no.
    /// </summary>
    public bool IncludeUnhandledExceptionDetailInResponse { get; set; }

    /// <summary>
    /// Whether replies are streamed as they are written, every one of them. Default no: each is sent whole.
    /// </summary>
    /// <remarks>The API's integration must stream, too: one that does not takes the reply for malformed.</remarks>
    [RequiresPreviewFeatures("Response streaming is in preview until all managed .NET runtimes of Lambda know it.")]
    public bool EnableResponseStreaming { get; set; }

    public Action<IHttpRequestFeature, object, ILambdaContext>? PostMarshallRequestFeature { get; set; }

    public Action<IHttpResponseFeature, object, ILambdaContext>? PostMarshallResponseFeature { get; set; }

    public Action<IHttpConnectionFeature, object, ILambdaContext>? PostMarshallConnectionFeature { get; set; }

    public Action<IHttpAuthenticationFeature, object, ILambdaContext>? PostMarshallHttpAuthenticationFeature
    {
        get;
        set;
    }

    public Action<ITlsConnectionFeature, object, ILambdaContext>? PostMarshallTlsConnectionFeature { get; set; }

    public Action<IItemsFeature, object, ILambdaContext>? PostMarshallItemsFeature { get; set; }

    internal ResponseContentEncodings Encodings { get; } = new();

    public void RegisterResponseContentEncodingForContentType(string contentType, ResponseContentEncoding encoding)
    {
        if (!string.IsNullOrEmpty(contentType))
        {
            Encodings.SetForContentType(contentType, encoding);
        }
    }

    public void RegisterResponseContentEncodingForContentEncoding(
        string contentEncoding, ResponseContentEncoding encoding)
    {
        if (!string.IsNullOrEmpty(contentEncoding))
        {
            Encodings.SetForContentEncoding(contentEncoding, encoding);
        }
    }
}
