using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Bedrock;

/// <summary>Violated constraints of a request's parameters, reported all at once as AWS does.</summary>
internal sealed class Constraints
{
    private readonly List<string> _violations = [];

    /// <summary>Checks a parameter that may be absent against the values that its service model lists.</summary>
    public Constraints OneOf(string parameter, string? value, params ReadOnlySpan<string> allowed) =>
        value is null || allowed.Contains(value)
            ? this
            : Violated(parameter, value, $"Member must satisfy enum value set: [{string.Join(", ", allowed)}]");

    /// <summary>Adds a violation in AWS's words.</summary>
    public Constraints Violated(string parameter, string value, string constraint)
    {
        _violations.Add($"Value '{value}' at '{parameter}' failed to satisfy constraint: {constraint}");
        return this;
    }

    /// <exception cref="AwsFault"><c>ValidationException</c>: a constraint is violated.</exception>
    public void Check()
    {
        if (_violations.Count > 0)
        {
            var errors = _violations.Count == 1 ? "error" : "errors";
            throw new AwsFault(
                "ValidationException",
                $"{_violations.Count} validation {errors} detected: {string.Join("; ", _violations)}");
        }
    }
}
