using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace BedrockGateway.LocalAws.Tests.Lambda;

/// <summary>A function's process, reduced to its HTTP.</summary>
internal sealed class Poller(string address) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new($"http://{address}/2018-06-01/runtime/") };

    public string Address => address;

    public async Task<PolledEvent> NextAsync()
    {
        using var response = await _http
            .GetAsync(new Uri("invocation/next", UriKind.Relative), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return new(
            response.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single(),
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            response.Headers);
    }

    /// <summary>A poll that is given up when the token says so.</summary>
    public Task<HttpResponseMessage> PollAsync(CancellationToken cancellationToken) =>
        _http.GetAsync(new Uri("invocation/next", UriKind.Relative), cancellationToken);

    public Task<(HttpStatusCode Status, string Body)> RespondAsync(string id, string body) =>
        PostAsync($"invocation/{id}/response", new StringContent(body, Encoding.UTF8, "application/json"));

    /// <summary>Answers as a runtime that streams.</summary>
    public Task<(HttpStatusCode Status, string Body)> StreamAsync(string id, string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = new("application/vnd.awslambda.http-integration-response");
        return PostAsync($"invocation/{id}/response", content);
    }

    /// <summary>Answers as a runtime that streams, with what is written and flushed meanwhile.</summary>
    public Task<(HttpStatusCode Status, string Body)> StreamAsync(string id, Func<Stream, Task> write)
    {
        var content = new WrittenContent(write);
        content.Headers.ContentType = new("application/vnd.awslambda.http-integration-response");
        return PostAsync($"invocation/{id}/response", content);
    }

    public Task<(HttpStatusCode Status, string Body)> FailAsync(string id, string error) =>
        PostAsync($"invocation/{id}/error", new StringContent(error));

    public Task<(HttpStatusCode Status, string Body)> FailInitAsync(string error) =>
        PostAsync("init/error", new StringContent(error));

    public Task<(HttpStatusCode Status, string Body)> PostAsync(string path) => PostAsync(path, new StringContent(""));

    /// <summary>Serves one event by echoing it.</summary>
    public async Task EchoAsync()
    {
        var next = await NextAsync();
        await RespondAsync(next.Id, next.Body);
    }

    public void Dispose() => _http.Dispose();

    private async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, HttpContent content)
    {
        using (content)
        {
            using var response = await _http.PostAsync(
                new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (response.StatusCode, body);
        }
    }
}

/// <summary>Content that is made while it is sent.</summary>
internal sealed class WrittenContent(Func<Stream, Task> write) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => write(stream);

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}

/// <summary>An event as a process gets it.</summary>
internal sealed record PolledEvent(string Id, string Body, HttpResponseHeaders Headers)
{
    public string Header(string name) => Headers.GetValues(name).Single();
}
