using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>Takes OTLP over HTTP and keeps all that it gets.</summary>
/// <remarks>Source: https://opentelemetry.io/docs/specs/otlp/#otlphttp-request</remarks>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LookPause = TimeSpan.FromMilliseconds(50);

    private readonly WebApplication _server;
    private readonly Lock _gate = new();
    private readonly List<ExportedSpan> _spans = [];
    private readonly List<ExportedPoint> _points = [];
    private readonly List<ExportedLine> _lines = [];
    private readonly StringBuilder _everything = new();
    private Exception? _failure;

    private OtlpCollector(WebApplication server) => _server = server;

    /// <summary>Variables by which a process exports to it, and soon.</summary>
    public IReadOnlyList<(string Name, string Value)> Environment =>
    [
        ("OTEL_EXPORTER_OTLP_ENDPOINT", _server.Urls.Single()),
        ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
        // A batch that is not taken in time is lost, and this process may be busy.
        ("OTEL_EXPORTER_OTLP_TIMEOUT", "60000"),
        ("OTEL_BSP_SCHEDULE_DELAY", "100"),
        ("OTEL_BLRP_SCHEDULE_DELAY", "100"),
        ("OTEL_METRIC_EXPORT_INTERVAL", "500"),
        ("OTEL_TRACES_SAMPLER", "always_on"),
    ];

    /// <summary>The same as arguments of a program.</summary>
    public IEnumerable<string> Settings => Environment.Select(variable => $"--{variable.Name}={variable.Value}");

    public IReadOnlyList<ExportedSpan> Spans => Copy(_spans);

    public IReadOnlyList<ExportedPoint> Points => Copy(_points);

    public IReadOnlyList<ExportedLine> Lines => Copy(_lines);

    /// <summary>All bytes that came; Protocol Buffers have texts as they are.</summary>
    public string Everything
    {
        get
        {
            lock (_gate)
            {
                return _everything.ToString();
            }
        }
    }

    public static async Task<OtlpCollector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        var collector = new OtlpCollector(builder.Build());
        collector._server.MapPost("/v1/{signal}", collector.TakeAsync);
        await collector._server.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Waits until something has come, and returns what the look found.</summary>
    /// <exception cref="TimeoutException">It did not come; the message tells what did, and the inner exception why
    /// the rest could not be read.</exception>
    public async Task<T> UntilAsync<T>(Func<OtlpCollector, T?> look)
        where T : class
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += LookPause)
        {
            if (look(this) is { } found)
            {
                return found;
            }

            await Task.Delay(LookPause, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"Not among what was exported:\n{string.Join('\n', Spans)}", _failure);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task TakeAsync(HttpContext http, string signal)
    {
        try
        {
            using var body = new MemoryStream();
            await http.Request.Body.CopyToAsync(body, http.RequestAborted);
            Take(signal, body.ToArray());
            http.Response.ContentType = "application/x-protobuf";
        }
        catch (Exception failure)
        {
            _failure = failure;
            throw;
        }
    }

    private void Take(string signal, byte[] body)
    {
        var request = new ProtoMessage(body);
        lock (_gate)
        {
            _everything.Append(Encoding.Latin1.GetString(body));
            foreach (var (service, item) in request.Messages(1).SelectMany(ItemsOf))
            {
                Keep(signal, service, item);
            }
        }
    }

    // Traces, metrics and logs alike: Resource 1 { attributes 1 }, Scope... 2 { item 2 }.
    private static IEnumerable<(string Service, ProtoMessage Item)> ItemsOf(ProtoMessage resource)
    {
        var service = OtlpAttributes.Read(resource.Message(1), 1)["service.name"];
        return resource.Messages(2).SelectMany(scope => scope.Messages(2)).Select(item => (service, item));
    }

    private void Keep(string signal, string service, ProtoMessage item)
    {
        switch (signal)
        {
            case "traces":
                _spans.Add(ExportedSpan.Read(service, item));
                break;
            case "metrics":
                _points.AddRange(ExportedPoint.Read(service, item));
                break;
            default:
                _lines.Add(ExportedLine.Read(service, item));
                break;
        }
    }

    private List<T> Copy<T>(List<T> list)
    {
        lock (_gate)
        {
            return [.. list];
        }
    }
}
