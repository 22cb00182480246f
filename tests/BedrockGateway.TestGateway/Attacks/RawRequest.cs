using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace BedrockGateway.TestGateway.Attacks;

/// <summary>Requests as bytes, which no HTTP client would send.</summary>
internal static class RawRequest
{
    /// <summary>Gets a path with these headers, one line each, and reads until the server closes.</summary>
    /// <returns>Status and all that came after the status line; 0 where nothing came at all.</returns>
    public static async Task<(int Status, string Text)> GetAsync(
        Uri address, IEnumerable<(string Name, string Value)> headers, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, cancellationToken);
        await using var stream = await OpenAsync(client, address, cancellationToken);
        var lines = headers.Select(header => $"{header.Name}: {header.Value}\r\n");
        var request = $"GET {address.AbsolutePath} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n"
            + $"{string.Concat(lines)}\r\n";
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), cancellationToken);
        var reply = await ReadAsync(stream, cancellationToken);
        // HTTP/1.1 401 Unauthorized
        return reply.Split(' ', 3) is [_, var status, var rest]
            ? (int.Parse(status, CultureInfo.InvariantCulture), rest)
            : (0, reply);
    }

    private static async Task<Stream> OpenAsync(TcpClient client, Uri address, CancellationToken cancellationToken)
    {
        if (address.Scheme == Uri.UriSchemeHttp)
        {
            return client.GetStream();
        }

        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions { TargetHost = address.Host }, cancellationToken);
        return tls;
    }

    private static async Task<string> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        using var reply = new MemoryStream();
        try
        {
            await stream.CopyToAsync(reply, cancellationToken);
        }
        catch (IOException)
        {
            // A server that refuses does not read the rest, and resets: what it said came before.
        }

        return Encoding.UTF8.GetString(reply.ToArray());
    }
}
