using System.Runtime.InteropServices;

namespace BedrockGateway.Deploy.Tests;

/// <summary>The <c>dotnet</c> of the runtime that the tests run on, which need not be the one on the PATH.</summary>
internal static class DotNet
{
    // <root>/shared/Microsoft.NETCore.App/<version>/
    public static string Path { get; } = System.IO.Path.GetFullPath(
        System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
}
