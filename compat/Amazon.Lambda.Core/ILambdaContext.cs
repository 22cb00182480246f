namespace Amazon.Lambda.Core;

/// <summary>What Lambda tells of one invocation.</summary>
public interface ILambdaContext
{
    string AwsRequestId { get; }

    IClientContext ClientContext { get; }

    string FunctionName { get; }

    string FunctionVersion { get; }

    ICognitoIdentity Identity { get; }

    string InvokedFunctionArn { get; }

    ILambdaLogger Logger { get; }

    string LogGroupName { get; }

    string LogStreamName { get; }

    /// <summary>Configured memory in MiB.</summary>
    int MemoryLimitInMB { get; }

    /// <summary>Time left until Lambda ends the invocation; negative after that.</summary>
    TimeSpan RemainingTime { get; }

    string TenantId => string.Empty;

    /// <summary>The X-Ray trace header.</summary>
    string TraceId => string.Empty;

    ILambdaSerializer Serializer => null;
}
