namespace BedrockGateway.TestFunction;

/// <summary>What a request looked like to the application.</summary>
public sealed record EchoReply(
    string Method,
    string Scheme,
    string PathBase,
    string Path,
    string Query,
    string RawTarget,
    string Host,
    string Body,
    long? ContentLength,
    string? Color,
    string? RemoteIp,
    int RemotePort,
    string TraceIdentifier,
    string? User,
    bool IsAuthenticated,
    string? EventResource,
    string? FunctionArn,
    string? TraceHeader);
