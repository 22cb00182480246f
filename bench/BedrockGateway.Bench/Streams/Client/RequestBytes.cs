using System.Text;

namespace BedrockGateway.Bench.Streams.Client;

/// <summary>A request as it goes over the wire.</summary>
internal static class RequestBytes
{
    public static byte[] Of(Uri server, string path, string body, IEnumerable<(string Name, string Value)> headers)
    {
        var request = new StringBuilder($"POST {path} HTTP/1.1\r\nHost: {server.Authority}\r\n");
        foreach (var (name, value) in headers)
        {
            request.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        request.Append("Content-Type: application/json\r\nContent-Length: ")
            .Append(Encoding.UTF8.GetByteCount(body))
            .Append("\r\n\r\n")
            .Append(body);
        return Encoding.UTF8.GetBytes(request.ToString());
    }
}
