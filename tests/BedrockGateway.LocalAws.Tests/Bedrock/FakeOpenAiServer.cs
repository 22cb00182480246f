using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.LocalAws.Tests.Bedrock;

/// <summary>A server of OpenAI's API in process, which streams what a test gives it.</summary>
internal sealed class FakeOpenAiServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeOpenAiServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single() + "/v1");

    /// <summary>Data of the events that it streams; an empty one cuts the connection.</summary>
    public string[] Chunks { get; set; } = [];

    /// <summary>Status and body of every answer while it is not 200.</summary>
    public (HttpStatusCode Status, string Body) Failure { get; set; } = (HttpStatusCode.OK, string.Empty);

    /// <summary>What it waits for between its first chunk and the others.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Bodies that it got.</summary>
    public List<JsonObject> Requests { get; } = [];

    public static async Task<FakeOpenAiServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = new FakeOpenAiServer(builder.Build());
        server._app.MapGet("/v1/models", (RequestDelegate)(http =>
            http.Response.WriteAsync("""{"object":"list","data":[{"id":"first"},{"id":"second"}]}""")));
        server._app.MapPost("/v1/chat/completions", (RequestDelegate)server.CompleteAsync);
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task CompleteAsync(HttpContext http)
    {
        Requests.Add((await JsonNode.ParseAsync(http.Request.Body))!.AsObject());
        if (Failure.Status != HttpStatusCode.OK)
        {
            http.Response.StatusCode = (int)Failure.Status;
            await http.Response.WriteAsync(Failure.Body);
            return;
        }

        http.Response.ContentType = "text/event-stream";
        foreach (var (index, chunk) in Chunks.Index())
        {
            if (chunk.Length == 0)
            {
                throw new IOException("The test wants the connection cut.");
            }

            await http.Response.WriteAsync($"data: {chunk}\n\n");
            await http.Response.Body.FlushAsync();
            await (index == 0 ? Gate : Task.CompletedTask);
        }
    }
}
