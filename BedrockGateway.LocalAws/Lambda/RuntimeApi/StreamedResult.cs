namespace BedrockGateway.LocalAws.Lambda.RuntimeApi;

/// <summary>
/// <c>POST /runtime/invocation/{id}/response</c> of a function that streams: the reply is passed on while it comes, and
/// trailers tell how it ended.
/// </summary>
/// <remarks>
/// The limits of a streamed reply, 200 MB and 2 MB/s beyond the first 6 MB, are not emulated.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/runtimes-custom.html
/// </remarks>
internal sealed partial class StreamedResult(
    FunctionRuntime runtime, ILogger<StreamedResult> log, CancellationToken stopping)
{
    private const string ErrorType = "Lambda-Runtime-Function-Error-Type";
    private const string ErrorBody = "Lambda-Runtime-Function-Error-Body";
    private const string ContentType = "application/vnd.awslambda.http-integration-response";

    // aws-lambda-go sends no mode, only the content type.
    public static bool IsMeant(HttpRequest request) =>
        string.Equals(
            request.Headers["Lambda-Runtime-Function-Response-Mode"], "streaming", StringComparison.OrdinalIgnoreCase)
        || request.ContentType?.StartsWith(ContentType, StringComparison.OrdinalIgnoreCase) is true;

    public async Task HandleAsync(HttpContext http, string id)
    {
        if (runtime.Find(id) is not { } invocation || !invocation.TryBeginReply())
        {
            await RuntimeApiReply.FailedAsync(
                http, StatusCodes.Status400BadRequest, "InvalidRequestID", "Invalid request ID");
            return;
        }

        var isWhole = false;
        try
        {
            isWhole = await TryPassOnAsync(http, invocation)
                && invocation.TryComplete(OutcomeOf(http.Request, invocation));
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException)
        {
            // Only a process that is gone leaves a reply without its end.
            invocation.TryComplete(InvocationOutcome.Exited(id));
            http.Abort();
            return;
        }
        finally
        {
            runtime.Finish(id);
            await invocation.Reply.EndAsync();
        }

        if (!isWhole)
        {
            await DropRestAsync(http);
            LogLate(id);
        }

        await RuntimeApiReply.AcceptedAsync(http);
    }

    /// <returns><see langword="false"/> where the invocation has ended before the reply, as by its time-out.</returns>
    private async Task<bool> TryPassOnAsync(HttpContext http, Invocation invocation)
    {
        using var passing = CancellationTokenSource.CreateLinkedTokenSource(invocation.Ended, stopping);
        try
        {
            var body = http.Request.BodyReader;
            while (true)
            {
                var read = await body.ReadAsync(passing.Token);
                await invocation.Reply.WriteAsync(read.Buffer, passing.Token);
                body.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return true;
                }
            }
        }
        catch (OperationCanceledException) when (invocation.Ended.IsCancellationRequested)
        {
            return false;
        }
    }

    private static async Task DropRestAsync(HttpContext http)
    {
        try
        {
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }
        catch (Exception lost) when (lost is IOException or OperationCanceledException)
        {
            // Gone with the rest.
        }
    }

    // Lambda-Runtime-Function-Error-Type: T
    // Lambda-Runtime-Function-Error-Body: <base64 of Lambda's error object>
    private static InvocationOutcome OutcomeOf(HttpRequest request, Invocation invocation)
    {
        if (request.GetTrailer(ErrorType) is [{ } type, ..])
        {
            var error = new byte[request.GetTrailer(ErrorBody).ToString().Length];
            return new(
                Convert.TryFromBase64String(request.GetTrailer(ErrorBody).ToString(), error, out var bytes)
                    ? error.AsMemory(0, bytes)
                    : LambdaError.Serialize(type, "The function failed after it had begun to answer."),
                InvocationOutcome.Unhandled,
                "error");
        }

        return invocation.IsStreamed || invocation.Reply.Bytes <= InvocationResult.MaxReplyBytes
            ? new(invocation.Reply.Kept)
            : InvocationOutcome.TooLarge();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{RequestId} was answered after its time-out")]
    private partial void LogLate(string requestId);
}
