using System.Diagnostics;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>What is said while an application is put together, so that a test can take part in it.</summary>
internal static class HostingEvents
{
    private const string Listener = "Aspire.Hosting";

    public static void Constructing(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) =>
        Write("DistributedApplicationBuilderConstructing", (options, settings));

    public static void Constructed(DistributedApplicationBuilder builder) =>
        Write("DistributedApplicationBuilderConstructed", builder);

    public static void Building(DistributedApplicationBuilder builder) =>
        Write("DistributedApplicationBuilding", builder);

    public static void Built(DistributedApplication application) =>
        Write("DistributedApplicationBuilt", application);

    private static void Write(string name, object value)
    {
        // Who subscribes picks its own flow of execution out of all by being told of every new source.
        using var source = new DiagnosticListener(Listener);
        if (source.IsEnabled(name))
        {
            source.Write(name, value);
        }
    }
}
