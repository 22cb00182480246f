using BedrockGateway.Bench.Floor;

// The least that a native function can do: take an event's bytes, send them to the model, post the reply's bytes.
var runtime = new Uri($"http://{Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")}/2018-06-01/runtime/");
var upstream = new Uri(Environment.GetEnvironmentVariable("FLOOR_UPSTREAM_URL") ?? string.Empty);

using var handler = new SocketsHttpHandler { UseProxy = false };
using var http = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
await new ByteForwarder(http, runtime, upstream).RunAsync(CancellationToken.None);
