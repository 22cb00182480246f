namespace BedrockGateway.LocalAws.Lambda.Functions;

/// <summary>Configuration of a function, <c>$LATEST</c> or as a version froze it.</summary>
/// <param name="Name">Name of the function, at most 64 characters.</param>
/// <param name="Timeout">How long an invocation may take. 1 s to 15 min; AWS's default is 3 s.</param>
/// <param name="MemoryMegabytes">Memory in MiB. 128 to 10,240; AWS's default is 128.</param>
internal sealed record FunctionSettings(string Name, TimeSpan Timeout, int MemoryMegabytes)
{
    public string? Runtime { get; init; }

    public string? Handler { get; init; }

    public string? Role { get; init; }

    public string Description { get; init; } = string.Empty;

    public string PackageType { get; init; } = "Zip";

    public IReadOnlyList<string> Architectures { get; init; } = ["x86_64"];

    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// The zip file, as it was in S3 when the function was told of it; <see langword="null"/> for none.
    /// </summary>
    public FunctionPackage? Package { get; init; }

    /// <summary><c>PassThrough</c> or <c>Active</c>.</summary>
    public string TracingMode { get; init; } = "PassThrough";

    /// <summary>
    /// <c>PublishedVersions</c> or <c>None</c>; kept, as processes here start in their own time.
    /// </summary>
    public string SnapStart { get; init; } = "None";

    public string? LogGroup { get; init; }

    public string LogFormat { get; init; } = "Text";

    /// <summary>When the configuration last changed.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>Another one with every change.</summary>
    public string RevisionId { get; init; } = string.Empty;
}
