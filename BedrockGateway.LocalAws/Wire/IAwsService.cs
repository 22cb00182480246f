namespace BedrockGateway.LocalAws.Wire;

/// <summary>A service behind the edge: it says which calls are its own and answers them in its protocol.</summary>
internal interface IAwsService
{
    /// <summary>
    /// Endpoint prefix, such as <c>cognito-idp</c>; names the service in faults, logs and fault rules.
    /// </summary>
    string Name { get; }

    /// <summary>AWS's names of the operations that are emulated.</summary>
    IEnumerable<string> Operations { get; }

    bool Claims(AwsCall call);

    /// <summary>AWS's name of the operation, or what identifies the call where it is none we know.</summary>
    string OperationOf(AwsCall call);

    /// <exception cref="AwsFault">
    /// The operation failed; the edge answers through <see cref="WriteFaultAsync"/>.
    /// </exception>
    Task HandleAsync(AwsCall call, CancellationToken cancellationToken);

    Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken);
}
