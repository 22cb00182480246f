using System.Net;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.State;

/// <summary>The control plane's errors: code and status go together, texts are AWS's.</summary>
internal static class ApiGatewayFaults
{
    public const string Service = "apigateway";

    public static AwsFault BadRequest(string message) => new("BadRequestException", message);

    public static AwsFault Conflict(string message) => new("ConflictException", message, HttpStatusCode.Conflict);

    public static AwsFault NotFound(string message) => new("NotFoundException", message, HttpStatusCode.NotFound);

    public static AwsFault UnknownKey() => NotFound("Invalid API Key identifier specified");

    public static AwsFault UnknownPlan() => NotFound("Invalid Usage Plan ID specified");

    public static AwsFault UnknownStage() => NotFound("Invalid stage identifier specified");

    public static AwsFault UnknownResource() => NotFound("Invalid Resource identifier specified");

    /// <summary>What AWS has and this emulator does not, named so that nobody looks for the fault elsewhere.</summary>
    public static AwsFault NotEmulated(string what) => AwsFault.NotEmulated(Service, what);
}
