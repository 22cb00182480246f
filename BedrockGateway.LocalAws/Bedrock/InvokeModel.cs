using System.Globalization;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Bedrock.Families;
using BedrockGateway.LocalAws.Bedrock.Replies;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Bedrock Runtime <c>InvokeModel</c>: one request and one reply in the model's own JSON.</summary>
/// <remarks>
/// Ignores <c>X-Amzn-Bedrock-Trace</c>; performance and service tier are echoed and change nothing.
/// Source: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_InvokeModel.html
/// </remarks>
internal static class InvokeModel
{
    /// <exception cref="AwsFault">
    /// <c>ValidationException</c>: model, guardrail or body is not valid, or the body exceeds 25,000,000 bytes.
    /// </exception>
    public static async Task HandleAsync(RestCall call, ModelCalls calls, CancellationToken cancellationToken)
    {
        var started = calls.Clock.GetTimestamp();
        var (model, family) = calls.Find(call);
        var request = await ModelCalls.ReadAsync(call, model, ModelBody.Parse, cancellationToken);
        var (body, usage) = family switch
        {
            ITextFamily text => await AnswerAsync(text, request, calls, cancellationToken),
            IImmediateFamily immediate => Answer(immediate, request),
            _ => throw new InvalidOperationException($"The family {family.Name} answers nothing."),
        };

        WriteHeaders(call.Http, usage, calls.Clock.GetElapsedTime(started));
        call.Http.Response.ContentType = "application/json";
        JsonBytes.Write(call.Http.Response.BodyWriter, body);
        await call.Http.Response.BodyWriter.FlushAsync(cancellationToken);
    }

    private static async Task<(JsonObject Body, Tokens Usage)> AnswerAsync(
        ITextFamily family, ModelRequest request, ModelCalls calls, CancellationToken cancellationToken)
    {
        var prompt = family.Read(request.Body);
        family.CheckLimit(request, prompt);
        var reply = await calls.AnswerAsync(request, prompt, cancellationToken);
        return (family.Write(request, reply), Tokens.Of(reply.Usage));
    }

    private static (JsonObject Body, Tokens Usage) Answer(IImmediateFamily family, ModelRequest request)
    {
        var reply = family.Invoke(request);
        return (reply.Body, new(reply.InputTokens, reply.OutputTokens));
    }

    private static void WriteHeaders(HttpContext http, Tokens usage, TimeSpan latency)
    {
        Write("Invocation-Latency", (long)latency.TotalMilliseconds);
        Write("Input-Token-Count", usage.Input);
        Write("Output-Token-Count", usage.Output);
        Write("Cache-Read-Input-Token-Count", usage.CacheRead);
        Write("Cache-Write-Input-Token-Count", usage.CacheWrite);
        ModelCalls.Echo(http);

        void Write(string name, long? value)
        {
            if (value is { } number)
            {
                http.Response.Headers[$"X-Amzn-Bedrock-{name}"] = number.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    // What is null has no header.
    private sealed record Tokens(int? Input, int? Output, int? CacheRead = null, int? CacheWrite = null)
    {
        public static Tokens Of(TokenUsage usage) => usage.CacheRead + usage.CacheWrite == 0
            ? new(usage.Input, usage.Output)
            : new(usage.Input, usage.Output, usage.CacheRead, usage.CacheWrite);
    }
}
