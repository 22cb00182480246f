using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Lambda;

namespace BedrockGateway.LocalAws.Tests.ApiGateway;

/// <summary>Functions that answer in process, and resource policies with wildcards.</summary>
internal sealed class FakeLambda : ILambdaInvoker, IStreamingInvoker
{
    private readonly ConcurrentBag<string> _permittedSources = ["*"];

    /// <summary>Events in the order in which they came.</summary>
    public ConcurrentQueue<LambdaRequest> Requests { get; } = new();

    /// <summary>What every function does. By default it answers 200 with the body <c>ok</c>.</summary>
    public Func<LambdaRequest, CancellationToken, ValueTask<LambdaResult>> Answer { get; set; } =
        (_, _) => ValueTask.FromResult(Reply("""{"statusCode":200,"body":"ok"}"""));

    /// <summary>What every function streams. By default the head alone.</summary>
    public Func<FakeStream, Task> Stream { get; set; } = stream => stream.WriteAsync(FakeStream.Head("{}"));

    public static LambdaResult Reply(string payload, string? functionError = null) =>
        new(Encoding.UTF8.GetBytes(payload), functionError, "$LATEST", string.Empty);

    /// <summary>The last event, as the function reads it.</summary>
    public JsonObject LastEvent => JsonNode.Parse(Requests.Last().Payload.Span)!.AsObject();

    public void PermitOnly(string source)
    {
        _permittedSources.Clear();
        _permittedSources.Add(source);
    }

    public ValueTask<LambdaResult> InvokeAsync(LambdaRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return Answer(request, cancellationToken);
    }

    public ValueTask<LambdaStream> InvokeStreamingAsync(LambdaRequest request, CancellationToken cancellationToken)
    {
        Requests.Enqueue(request);
        return FakeStream.BeginAsync(Stream, cancellationToken);
    }

    public bool Permits(string function, string principal, string sourceArn) =>
        principal == "apigateway.amazonaws.com"
        && _permittedSources.Any(pattern => Regex.IsMatch(
            sourceArn, $"^{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}$"));
}
