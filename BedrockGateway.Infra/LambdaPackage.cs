namespace BedrockGateway.Infra;

/// <summary>How the functions' code is built.</summary>
public enum LambdaPackage
{
    /// <summary>
    /// One native executable on the runtime <c>provided.al2023</c>. It starts fastest, and is built on Linux for the
    /// processor of the machine that builds it.
    /// </summary>
    Native,

    /// <summary>
    /// Assemblies on the runtime <c>dotnet10</c>, compiled ahead and started from a snapshot. It is built anywhere.
    /// </summary>
    Managed,

    /// <summary>
    /// None: the template alone, for an emulator beside which the functions run as processes. See
    /// <see cref="GatewaySettings.FunctionsRunLocally"/>.
    /// </summary>
    None,
}
