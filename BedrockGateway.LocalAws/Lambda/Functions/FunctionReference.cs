namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>How callers name a function: name, partial ARN or ARN, each with or without a qualifier.</summary>
/// <param name="Name">Name of the function.</param>
/// <param name="Qualifier">Version or alias; <see langword="null"/> where none is named.</param>
internal sealed record FunctionReference(string Name, string? Qualifier)
{
    public const string Latest = "$LATEST";

    // name[:qualifier]
    // 111122223333:function:name[:qualifier]
    // arn:aws:lambda:us-east-1:111122223333:function:name[:qualifier]
    public static FunctionReference Parse(string text)
    {
        var parts = text.Split(':');
        var name = Array.IndexOf(parts, "function") + 1;
        return new(parts[name], name + 1 < parts.Length ? parts[name + 1] : null);
    }

    /// <summary>The same function under another qualifier, where one is given.</summary>
    public FunctionReference At(string? qualifier) => qualifier is null ? this : this with { Qualifier = qualifier };

    public override string ToString() => Qualifier is null ? Name : $"{Name}:{Qualifier}";
}
