using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>Calls the functions of pools.</summary>
/// <remarks>
/// A function has 5 s, as at Cognito; it is called once, where Cognito calls a function that is late up to three
/// times.
/// Source:
/// https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-working-with-lambda-triggers.html
/// </remarks>
internal sealed class TriggerFunctions(DeadlineClock clock, ILambdaInvoker functions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Hands a function its event and returns the <c>response</c> of what comes back.</summary>
    /// <param name="pool">The pool that asks.</param>
    /// <param name="trigger">Name of the trigger, as errors have it.</param>
    /// <param name="function">ARN of the function.</param>
    /// <param name="question">The event.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AwsFault">
    /// <c>UserLambdaValidationException</c>: the function refused; <c>UnexpectedLambdaException</c>: it may not be
    /// called, does not exist or is late; <c>InvalidLambdaResponseException</c>: it returned something else than its
    /// event.
    /// </exception>
    public async ValueTask<JsonElement> AskAsync(
        UserPool pool, string trigger, string function, JsonObject question, CancellationToken cancellationToken)
    {
        if (!functions.Permits(function, "cognito-idp.amazonaws.com", pool.Arn))
        {
            throw Unexpected(trigger, "AccessDeniedException");
        }

        var @event = Encoding.UTF8.GetBytes(question.ToJsonString());
        var result = await InvokeAsync(trigger, new(function, @event), cancellationToken);
        return result.FunctionError is null
            ? ResponseOf(result.Payload)
            : throw new AwsFault(
                "UserLambdaValidationException", $"{trigger} failed with error {ErrorMessageOf(result.Payload)}.");
    }

    public static AwsFault Unrecognizable() => new("InvalidLambdaResponseException", "Unrecognizable lambda output");

    private static AwsFault Unexpected(string trigger, string why) =>
        new("UnexpectedLambdaException", $"{trigger} invocation failed due to error {why}.");

    private async ValueTask<LambdaResult> InvokeAsync(
        string trigger, LambdaRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await functions.InvokeAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unexpected(trigger, "Socket timeout while invoking Lambda function");
        }
        catch (AwsFault fault)
        {
            throw Unexpected(trigger, fault.Code);
        }
    }

    // {"errorMessage":"...","errorType":"..."}; a function that crashed has only what Lambda says of it.
    private static string ErrorMessageOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var error = JsonDocument.Parse(payload);
            return error.RootElement.ValueKind == JsonValueKind.Object
                && error.RootElement.TryGetProperty("errorMessage", out var message)
                && message.ValueKind == JsonValueKind.String
                ? message.GetString()!
                : "null";
        }
        catch (JsonException)
        {
            return "null";
        }
    }

    private static JsonElement ResponseOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            using var @event = JsonDocument.Parse(payload);
            if (@event.RootElement.ValueKind == JsonValueKind.Object
                && @event.RootElement.TryGetProperty("response", out var response)
                && response.ValueKind == JsonValueKind.Object)
            {
                return response.Clone();
            }
        }
        catch (JsonException)
        {
            // Falls through to the one answer that Cognito has for anything that is not the event.
        }

        throw Unrecognizable();
    }
}
