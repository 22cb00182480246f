using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using BedrockGateway.LocalAws.Telemetry;

namespace BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;

/// <summary>The event of a proxy integration, version 1.</summary>
/// <remarks>
/// Header names keep the case in which they were sent, except those that the server knows (<c>Host</c>,
/// <c>Authorization</c> ...), which it spells its own way; over HTTP/2 all are lower-case. Scheme, port and address are
/// those of this machine.
/// Source: https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
/// </remarks>
internal static class ProxyEvent
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly FrozenSet<string> Dropped = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Connection", "Content-Length", "Content-MD5", "Expect", "Max-Forwards", "Proxy-Authenticate", "Server", "TE",
        "Transfer-Encoding", "Trailer", "Upgrade", "WWW-Authenticate");

    public static ReadOnlyMemory<byte> Write(GatewayRequest request)
    {
        var buffer = new ArrayBufferWriter<byte>(4096 + request.Body.Length);
        using var json = new Utf8JsonWriter(buffer, Relaxed);
        json.WriteStartObject();
        json.WriteString("resource", request.Method?.Resource.Path);
        // Behind a custom domain name, the base path belongs to it.
        json.WriteString("path", request.Target.Domain is null ? request.Target.Path : request.Target.FullPath);
        json.WriteString("httpMethod", request.Http.Request.Method);
        WriteMaps(json, "headers", "multiValueHeaders", HeadersOf(request));
        WriteMaps(json, "queryStringParameters", "multiValueQueryStringParameters", request.Query);
        WriteMap(json, "pathParameters", request.PathParameters);
        WriteMap(json, "stageVariables", request.Stage.Variables);
        ProxyEventContext.Write(json, request);
        WriteBody(json, request);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static List<KeyValuePair<string, string>> HeadersOf(GatewayRequest request)
    {
        var http = request.Http;
        var headers = new List<KeyValuePair<string, string>>();
        var forwardedFor = request.SourceIp;
        foreach (var (name, values) in http.Request.Headers)
        {
            if (name.Equals("X-Forwarded-For", StringComparison.OrdinalIgnoreCase))
            {
                forwardedFor = $"{values}, {forwardedFor}";
            }
            else if (!Dropped.Contains(name) && !IsReplaced(name) && !IsReplacedTrace(name))
            {
                headers.AddRange(values.Select(value => new KeyValuePair<string, string>(name, value ?? string.Empty)));
            }
        }

        AddTraceTo(headers);
        headers.Add(new("X-Amzn-Trace-Id", request.TraceId));
        headers.Add(new("X-Forwarded-For", forwardedFor));
        headers.Add(new("X-Forwarded-Port", ContextPort(http)));
        headers.Add(new("X-Forwarded-Proto", http.Request.Scheme));
        return headers;
    }

    // API Gateway hands on what the client sent; a gateway that exports spans stands between the two.
    private static void AddTraceTo(List<KeyValuePair<string, string>> headers)
    {
        if (Instruments.Current is { Id: { } id } span)
        {
            headers.Add(new("traceparent", id));
            if (span.TraceStateString is { Length: > 0 } state)
            {
                headers.Add(new("tracestate", state));
            }
        }
    }

    private static bool IsReplacedTrace(string name) => Instruments.Current is not null
        && (name.Equals("traceparent", StringComparison.OrdinalIgnoreCase)
            || name.Equals("tracestate", StringComparison.OrdinalIgnoreCase));

    private static string ContextPort(HttpContext http) =>
        http.Connection.LocalPort.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsReplaced(string name) =>
        name.Equals("X-Amzn-Trace-Id", StringComparison.OrdinalIgnoreCase)
        || name.Equals("X-Forwarded-Port", StringComparison.OrdinalIgnoreCase)
        || name.Equals("X-Forwarded-Proto", StringComparison.OrdinalIgnoreCase);

    // A name that comes more than once has its last value in the first map and all values in the second.
    private static void WriteMaps(
        Utf8JsonWriter json, string single, string multiple, IReadOnlyList<KeyValuePair<string, string>> pairs)
    {
        WriteMap(json, single, pairs.GroupBy(pair => pair.Key).Select(group => group.Last()));
        if (pairs.Count == 0)
        {
            json.WriteNull(multiple);
            return;
        }

        json.WriteStartObject(multiple);
        foreach (var group in pairs.GroupBy(pair => pair.Key))
        {
            json.WriteStartArray(group.Key);
            foreach (var (_, value) in group)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter json, string name, IEnumerable<KeyValuePair<string, string>> pairs)
    {
        var opened = false;
        foreach (var (key, value) in pairs)
        {
            if (!opened)
            {
                json.WriteStartObject(name);
                opened = true;
            }

            json.WriteString(key, value);
        }

        if (opened)
        {
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static void WriteBody(Utf8JsonWriter json, GatewayRequest request)
    {
        var binary = request.Compiled.IsBinary(request.Http.Request.ContentType);
        if (request.Body.IsEmpty)
        {
            json.WriteNull("body");
        }
        else if (binary)
        {
            json.WriteBase64String("body", request.Body.Span);
        }
        else
        {
            json.WriteString("body", Encoding.UTF8.GetString(request.Body.Span));
        }

        json.WriteBoolean("isBase64Encoded", binary && !request.Body.IsEmpty);
    }
}
