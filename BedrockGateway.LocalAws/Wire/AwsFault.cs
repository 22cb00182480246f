using System.Net;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>
/// An error as AWS reports it: a code, a message and an HTTP status. Each protocol writes it its own way.
/// </summary>
/// <param name="code">AWS's error code at the wire, such as <c>UsernameExistsException</c>.</param>
/// <param name="message">The text a client shows, to the letter.</param>
/// <param name="status">HTTP status, 400 unless the service model says otherwise.</param>
internal sealed class AwsFault(string code, string message, HttpStatusCode status = HttpStatusCode.BadRequest)
    : Exception(message)
{
    public string Code { get; } = code;

    public HttpStatusCode Status { get; } = status;

    /// <summary>Name of the message in a JSON body: <c>message</c>, or what else AWS writes for this fault.</summary>
    public string MessageMember { get; init; } = "message";

    /// <summary>
    /// The fault for an operation that exists at AWS and is not emulated here. SDKs do not retry a 501.
    /// </summary>
    public static AwsFault NotEmulated(string service, string operation) =>
        new("NotImplemented", $"LocalAws does not emulate {service}:{operation}.", HttpStatusCode.NotImplemented);
}
