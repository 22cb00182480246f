using Docker.DotNet.Models;

namespace BedrockGateway.Containers.Tests.Running;

/// <summary>What the images must bear, and clusters ask for: nothing is written, and nobody becomes root.</summary>
internal static class Hardening
{
    public static void Apply(CreateContainerParameters container)
    {
        container.HostConfig!.ReadonlyRootfs = true;
        container.HostConfig!.CapDrop = ["ALL"];
        container.HostConfig!.SecurityOpt = ["no-new-privileges"];
    }
}
