namespace BedrockGateway.Infra;

/// <summary>The processors that the functions run on.</summary>
public enum LambdaArch
{
    /// <summary><c>x86_64</c>.</summary>
    X64,

    /// <summary><c>arm64</c>.</summary>
    Arm64,
}
