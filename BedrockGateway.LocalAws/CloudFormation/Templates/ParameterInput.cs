namespace BedrockGateway.LocalAws.CloudFormation.Templates;

/// <summary>A parameter as a caller gives it.</summary>
/// <param name="Key">Name in the template.</param>
/// <param name="Value">The value; <see langword="null"/> where the previous one is kept.</param>
/// <param name="UsePrevious">Whether the stack's present value is kept.</param>
internal sealed record ParameterInput(string Key, string? Value, bool UsePrevious);
