using System.Runtime.InteropServices;

namespace BedrockGateway.Infra.Packaging;

/// <summary>What context, CDK and .NET call a processor.</summary>
internal static class LambdaArchExtensions
{
    extension(LambdaArch arch)
    {
        public string ContextValue => arch is LambdaArch.Arm64 ? "arm64" : "x86_64";

        public string RuntimeIdentifier => arch is LambdaArch.Arm64 ? "linux-arm64" : "linux-x64";

        public Architecture Processor => arch is LambdaArch.Arm64 ? Architecture.Arm64 : Architecture.X64;
    }
}
