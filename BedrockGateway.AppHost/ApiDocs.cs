using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Scalar.AspNetCore;

namespace BedrockGateway.AppHost;

/// <summary>A page with the gateway's routes, from which requests can be sent to it.</summary>
/// <remarks>On any free port of this machine; the gateway's resource links it.</remarks>
internal sealed class ApiDocs : IAsyncDisposable
{
    private const string Document = "openapi.json";

    private readonly WebApplication _server = Build();

    /// <summary>Where the gateway answers; the page sends its requests there.</summary>
    public string Gateway { get; set; } = "";

    /// <summary>Where the page is.</summary>
    public string Address => _server.Urls.Single();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _server.MapGet($"/{Document}", () => TypedResults.Text(Read(), "application/json"));
        _server.MapScalarApiReference("/", options =>
        {
            options.OpenApiRoutePattern = $"/{Document}";
            options.Title = "BedrockGateway";
            // It asks no other machine for anything.
            options.DefaultFonts = false;
            options.Telemetry = false;
        });
        return _server.StartAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static WebApplication Build()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        return builder.Build();
    }

    private string Read()
    {
        using var stream = typeof(ApiDocs).Assembly.GetManifestResourceStream(Document)!;
        var document = JsonNode.Parse(stream)!.AsObject();
        document["servers"] = new JsonArray(new JsonObject { ["url"] = Gateway.TrimEnd('/') });
        return document.ToJsonString();
    }
}
