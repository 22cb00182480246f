using System.Collections.Concurrent;
using System.Text;
using BedrockGateway.Api.Tests.Fakes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.Api.Tests.Hosting;

/// <summary>What leaves the process as telemetry, read from the wire by a collector of our own.</summary>
public sealed class TelemetryTests
{
    private const string Password = "canary-Passw0rd-2b7f";
    private const string Query = "canary-query-90c1";

    [Fact]
    public async Task Collector_GetsTracesMetricsAndLogsWithoutSecrets()
    {
        var received = new ConcurrentDictionary<string, StringBuilder>();
        await using var collector = await StartCollectorAsync(received);
        var gateway = await Gateway.StartAsync(settings:
        [
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Urls.Single()}",
            "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf",
        ]);
        gateway.Faults.Before("InitiateAuth", () => new InvalidOperationException(Password));

        using var reply = await gateway.PostAsync(
            $"/login?q={Query}", $$"""{"email":"ann@example.com","password":"{{Password}}"}""");
        await gateway.DisposeAsync();

        Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], received.Keys.Order());
        Assert.Contains("/login", received["/v1/traces"].ToString(), StringComparison.Ordinal);
        foreach (var sent in received.Values.Select(text => text.ToString()))
        {
            Assert.DoesNotContain(Password, sent, StringComparison.Ordinal);
            Assert.DoesNotContain(Query, sent, StringComparison.Ordinal);
        }
    }

    private static async Task<WebApplication> StartCollectorAsync(ConcurrentDictionary<string, StringBuilder> received)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var collector = builder.Build();
        collector.MapPost("/{**path}", async (HttpRequest request) =>
        {
            // Protobuf has its texts as they are.
            using var reader = new StreamReader(request.Body, Encoding.Latin1);
            var text = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
            received.GetOrAdd(request.Path, _ => new()).Append(text);
        });
        await collector.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }
}
