using System.Globalization;
using System.Net;

namespace BedrockGateway.Aspire.TestApp;

/// <summary>
/// Answers on the port in <c>PORT</c> with one status: the one in <c>STATUS</c>, until POST <c>/503</c> asks for
/// another.
/// </summary>
internal sealed class TestSite : IDisposable
{
    private readonly HttpListener _listener = new();
    private int _status =
        int.Parse(Environment.GetEnvironmentVariable("STATUS") ?? "200", CultureInfo.InvariantCulture);

    private TestSite(string port)
    {
        _listener.Prefixes.Add($"http://localhost:{port}/");
        _listener.Start();
        _ = ServeAsync();
    }

    public static TestSite? StartIfAsked() =>
        Environment.GetEnvironmentVariable("PORT") is { } port ? new TestSite(port) : null;

    public void Dispose() => ((IDisposable)_listener).Dispose();

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            var exchange = await _listener.GetContextAsync();
            if (exchange.Request.HttpMethod == "POST")
            {
                _status = int.Parse(exchange.Request.Url!.AbsolutePath.Trim('/'), CultureInfo.InvariantCulture);
            }
            else
            {
                exchange.Response.StatusCode = _status;
            }

            exchange.Response.Close();
        }
    }
}
