using System.Globalization;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway.Control;

/// <summary>Body of every update.</summary>
internal sealed record PatchRequest(PatchOperation[]? PatchOperations)
{
    /// <summary>Applies the operations in turn.</summary>
    public T ApplyTo<T>(T target, Func<T, PatchOperation, T> apply) => (PatchOperations ?? []).Aggregate(target, apply);
}

/// <summary>One change: <c>replace /throttle/rateLimit 5</c>.</summary>
internal sealed record PatchOperation(string? Op, string? Path, string? Value)
{
    /// <summary>Operation and path in one: <c>replace /name</c>.</summary>
    public string Key => $"{Op} {Path}";

    /// <summary>The path's segments, unescaped as JSON Pointer says.</summary>
    public string[] Segments => [.. (Path ?? string.Empty).Split('/')[1..].Select(segment => segment
        .Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))];

    public bool Flag => bool.TryParse(Value, out var flag) ? flag : throw Invalid();

    public int Whole => int.TryParse(Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw Invalid();

    public double Number =>
        double.TryParse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid();

    /// <summary>The fault for an operation that the resource does not take.</summary>
    public AwsFault Unsupported() =>
        ApiGatewayFaults.BadRequest($"Invalid patch path '{Path}' specified for op '{Op}'");

    private AwsFault Invalid() => ApiGatewayFaults.BadRequest($"Invalid value '{Value}' specified for path '{Path}'");
}
