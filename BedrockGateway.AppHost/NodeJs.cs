using System.ComponentModel;
using System.Diagnostics;

namespace BedrockGateway.AppHost;

/// <summary>Node.js, which CDK's .NET bindings run on.</summary>
internal static class NodeJs
{
    /// <exception cref="StartFailureException">There is no <c>node</c> on the path.</exception>
    public static void RequireInstalled()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true });
            node!.WaitForExit();
        }
        catch (Win32Exception)
        {
            throw new StartFailureException(
                "Node.js is missing: the CDK stack is synthesized with it. "
                + "Install Node.js 20 or later and start again.");
        }

        // The binding warns of every release line but the newest, in a box that hides our own lines.
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION", "18,20,21,22,23");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION", "1");
        Environment.SetEnvironmentVariable("JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION", "1");
    }
}
