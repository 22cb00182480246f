using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;

namespace BedrockGateway.LocalAws.Edge;

/// <summary>HTTP/1.1 and HTTP/2 with prior knowledge on one cleartext port.</summary>
/// <remarks>
/// Kestrel takes HTTP/2 beside HTTP/1.1 only where TLS negotiated it (ALPN). So the first bytes of a connection are
/// read, and where they are HTTP/2's preface (RFC 9113, 3.4) the connection claims the feature that ALPN would have
/// left.
/// </remarks>
internal static class Http1AndHttp2Cleartext
{
    private static ReadOnlySpan<byte> Preface => "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8;

    public static void UseHttp1AndHttp2Cleartext(this ListenOptions listener)
    {
        listener.Protocols = HttpProtocols.Http1AndHttp2;
        listener.Use(next => async connection =>
        {
            if (await StartsWithPrefaceAsync(connection))
            {
                var negotiated = new NegotiatedHttp2();
                connection.Features.Set<ITlsConnectionFeature>(negotiated);
                connection.Features.Set<ITlsApplicationProtocolFeature>(negotiated);
            }

            await next(connection);
        });
    }

    private static async Task<bool> StartsWithPrefaceAsync(ConnectionContext connection)
    {
        var input = connection.Transport.Input;
        while (true)
        {
            var read = await input.ReadAsync(connection.ConnectionClosed);
            var verdict = Compare(read.Buffer);
            // Nothing is consumed; more is awaited only while what came is a proper part of the preface.
            input.AdvanceTo(read.Buffer.Start, verdict is null ? read.Buffer.End : read.Buffer.Start);
            if (verdict is { } known || read.IsCompleted || read.IsCanceled)
            {
                return verdict is true;
            }
        }
    }

    private static bool? Compare(ReadOnlySequence<byte> buffer)
    {
        Span<byte> start = stackalloc byte[Preface.Length];
        var length = (int)Math.Min(buffer.Length, Preface.Length);
        buffer.Slice(0, length).CopyTo(start);
        return !Preface.StartsWith(start[..length]) ? false : length == Preface.Length ? true : null;
    }

    private sealed class NegotiatedHttp2 : ITlsConnectionFeature, ITlsApplicationProtocolFeature
    {
        public X509Certificate2? ClientCertificate { get; set; }

        public ReadOnlyMemory<byte> ApplicationProtocol { get; } = "h2"u8.ToArray();

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) =>
            Task.FromResult<X509Certificate2?>(null);
    }
}
