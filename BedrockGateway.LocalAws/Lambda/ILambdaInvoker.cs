namespace BedrockGateway.LocalAws.Lambda;

/// <summary>Synchronous invocation of a function, as Cognito triggers, API Gateway and <c>Invoke</c> need it.</summary>
internal interface ILambdaInvoker
{
    /// <summary>Hands the event to a process that polls for the function and waits for what it returns.</summary>
    /// <exception cref="Wire.AwsFault"><c>ResourceNotFoundException</c> (404): there is no such function.</exception>
    ValueTask<LambdaResult> InvokeAsync(LambdaRequest request, CancellationToken cancellationToken);

    /// <summary>Whether a resource policy of the function lets a service invoke it.</summary>
    /// <param name="function">Name or ARN, with or without qualifier.</param>
    /// <param name="principal">Service principal, such as <c>apigateway.amazonaws.com</c>.</param>
    /// <param name="sourceArn">ARN of what calls, matched against <c>SourceArn</c> with its wildcards.</param>
    bool Permits(string function, string principal, string sourceArn);
}

/// <summary>One invocation.</summary>
/// <param name="Function">Name or ARN, with or without qualifier.</param>
/// <param name="Payload">The event as JSON, at most 6,291,456 bytes.</param>
/// <param name="TraceId">X-Ray trace header handed on to the function; <see langword="null"/> makes a new one.</param>
/// <param name="ClientContext">Client context handed on to the function, as JSON.</param>
internal sealed record LambdaRequest(
    string Function, ReadOnlyMemory<byte> Payload, string? TraceId = null, string? ClientContext = null)
{
    /// <summary>Request id, a UUID that nobody has used; <see langword="null"/> makes one.</summary>
    public string? RequestId { get; init; }
}

/// <summary>What an invocation returned.</summary>
/// <param name="Payload">The function's reply, or Lambda's error object where <paramref name="FunctionError"/> is
/// set.</param>
/// <param name="FunctionError"><c>Unhandled</c> where the function failed, crashed or ran out of time.</param>
/// <param name="ExecutedVersion"><c>$LATEST</c> or the number of a version.</param>
/// <param name="LogTail">Last 4 KiB of what Lambda logged of the invocation.</param>
internal sealed record LambdaResult(
    ReadOnlyMemory<byte> Payload, string? FunctionError, string ExecutedVersion, string LogTail);
