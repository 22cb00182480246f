using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>
/// CloudFormation's error for nearly everything: <c>ValidationError</c> (400), told apart by its text.
/// </summary>
internal static class ValidationFault
{
    public static AwsFault Of(string message) => new("ValidationError", message);
}
