using System.Text;
using System.Text.Json;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Triggers;

/// <summary>Asks a pool's <c>PreSignUp</c> function whether a user may sign up, and what to confirm.</summary>
/// <remarks>
/// The function has 5 s, as at Cognito; it is called once, where Cognito calls a function that is late up to three
/// times.
/// Source: https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-pre-sign-up.html
/// </remarks>
internal sealed class PreSignUpTrigger(LocalAwsOptions options, DeadlineClock clock, ILambdaInvoker functions)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="AwsFault">
    /// <c>UserLambdaValidationException</c>: the function refused; <c>UnexpectedLambdaException</c>: it may not be
    /// called, does not exist or is late; <c>InvalidLambdaResponseException</c>: it returned something else than its
    /// event.
    /// </exception>
    public async ValueTask<PreSignUpDecision> AskAsync(PreSignUpQuestion question, CancellationToken cancellationToken)
    {
        if (question.Pool.Settings.LambdaConfig?.PreSignUp is not { } function)
        {
            return new(AutoConfirmUser: false, AutoVerifyEmail: false, AutoVerifyPhone: false);
        }

        if (!functions.Permits(function, "cognito-idp.amazonaws.com", question.Pool.Arn))
        {
            throw Unexpected("AccessDeniedException");
        }

        var @event = Encoding.UTF8.GetBytes(PreSignUpEvent.Of(question, options.Region).ToJsonString());
        var result = await InvokeAsync(functions, new(function, @event), cancellationToken);
        if (result.FunctionError is not null)
        {
            throw new AwsFault(
                "UserLambdaValidationException", $"PreSignUp failed with error {ErrorMessageOf(result.Payload)}.");
        }

        return DecisionOf(result.Payload, question.Attributes);
    }

    private static AwsFault Unexpected(string why) =>
        new("UnexpectedLambdaException", $"PreSignUp invocation failed due to error {why}.");

    private static AwsFault Unrecognizable() => new("InvalidLambdaResponseException", "Unrecognizable lambda output");

    private async ValueTask<LambdaResult> InvokeAsync(
        ILambdaInvoker invoker, LambdaRequest request, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            return await invoker.InvokeAsync(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unexpected("Socket timeout while invoking Lambda function");
        }
        catch (AwsFault fault)
        {
            throw Unexpected(fault.Code);
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

    private static PreSignUpDecision DecisionOf(ReadOnlyMemory<byte> payload, UserAttributes attributes)
    {
        try
        {
            using var @event = JsonDocument.Parse(payload);
            if (@event.RootElement.ValueKind == JsonValueKind.Object
                && @event.RootElement.TryGetProperty("response", out var response)
                && response.ValueKind == JsonValueKind.Object)
            {
                return new(
                    Flag(response, "autoConfirmUser"),
                    Flag(response, "autoVerifyEmail", attributes["email"]),
                    Flag(response, "autoVerifyPhone", attributes["phone_number"]));
            }
        }
        catch (JsonException)
        {
            // Falls through to the one answer that Cognito has for anything that is not the event.
        }

        throw Unrecognizable();
    }

    private static bool Flag(JsonElement response, string name, string? subject = "")
    {
        if (!response.TryGetProperty(name, out var flag) || flag.ValueKind is JsonValueKind.Null or JsonValueKind.False)
        {
            return false;
        }

        // What is verified must be there.
        return flag.ValueKind == JsonValueKind.True && subject is not null ? true : throw Unrecognizable();
    }
}
