using System.Runtime.CompilerServices;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>A test that looks at processes as Linux shows them, or sends them signals.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = OperatingSystem.IsLinux() ? null : "Looks at processes in /proc, which Linux alone has.";
    }
}
