using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation.Stacks;

/// <summary>Reads the names that requests give.</summary>
internal static partial class StackNames
{
    private const int MaxLength = 128;

    /// <summary>Name of a new stack.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: it is missing or no name.</exception>
    public static string ReadNew(QueryParameters form)
    {
        var name = Read(form);
        if (!Pattern().IsMatch(name))
        {
            throw ValidationFault.Of(
                $"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: " +
                "Member must satisfy regular expression pattern: [a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*");
        }

        return name.Length <= MaxLength || name.StartsWith("arn:", StringComparison.Ordinal)
            ? name
            : throw ValidationFault.Of(
                $"1 validation error detected: Value '{name}' at 'stackName' failed to satisfy constraint: " +
                $"Member must have length less than or equal to {MaxLength}");
    }

    /// <summary>Name or ARN of a stack.</summary>
    /// <exception cref="AwsFault"><c>ValidationError</c>: it is missing.</exception>
    public static string Read(QueryParameters form) => Required(form, "StackName", "stackName");

    /// <exception cref="AwsFault"><c>ValidationError</c>: the field is missing.</exception>
    public static string Required(QueryParameters form, string field, string member) =>
        form[field] ?? throw ValidationFault.Of(
            $"1 validation error detected: Value null at '{member}' failed to satisfy constraint: " +
            "Member must not be null");

    [GeneratedRegex(@"^(?:[a-zA-Z][-a-zA-Z0-9]*|arn:[-a-zA-Z0-9:/._+]*)\z")]
    private static partial Regex Pattern();
}
