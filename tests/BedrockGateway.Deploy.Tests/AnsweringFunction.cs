using System.Net;
using System.Text;

namespace BedrockGateway.Deploy.Tests;

/// <summary>
/// Polls a function's Runtime API and answers every event with the function's name: whole, or streamed where the stack
/// expects that.
/// </summary>
internal sealed class AnsweringFunction : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly HttpClient _http;
    private readonly byte[] _reply;
    private readonly string _contentType;
    private readonly Task _running;

    private AnsweringFunction(string runtimeApi, string name)
    {
        _http = new(new SocketsHttpHandler { UseProxy = false })
        {
            BaseAddress = new Uri($"http://{runtimeApi}/2018-06-01/runtime/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var isStreamed = name.EndsWith("-models", StringComparison.Ordinal);
        _reply = Encoding.UTF8.GetBytes(isStreamed
            ? $"{{}}\0\0\0\0\0\0\0\0{name}"
            : $$"""{"statusCode":200,"body":"{{name}}"}""");
        _contentType = isStreamed ? "application/vnd.awslambda.http-integration-response" : "application/json";
        _running = RunAsync();
    }

    public static async Task<AnsweringFunction> StartAsync(LocalAws.LocalAws aws, string name) =>
        new(await aws.OpenRuntimeApiAsync(name, TestContext.Current.CancellationToken), name);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _running;
        _http.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                using var next = await _http.GetAsync(new Uri("invocation/next", UriKind.Relative), _stopping.Token);
                next.EnsureSuccessStatusCode();
                var id = next.Headers.GetValues("Lambda-Runtime-Aws-Request-Id").Single();
                using var content = new ByteArrayContent(_reply);
                content.Headers.ContentType = new(_contentType);
                using var taken = await _http.PostAsync(
                    new Uri($"invocation/{id}/response", UriKind.Relative), content, _stopping.Token);
                Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
