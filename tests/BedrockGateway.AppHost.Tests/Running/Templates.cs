using System.Reflection;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost.Tests.Running;

/// <summary>The cached templates of app hosts with given arguments.</summary>
internal static class Templates
{
    /// <summary>A name of a stack that no earlier run has cached.</summary>
    public static string FreshStackName() => $"Test-{Guid.NewGuid():N}";

    /// <summary>Where the template of an app host with these arguments is kept.</summary>
    public static string PathOf(params string[] arguments)
    {
        var folder = typeof(ResourceNames).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "apphostprojectpath").Value!;
        var settings = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(folder, "appsettings.Development.json"))
            .AddCommandLine(arguments)
            .Build()
            .ReadGatewaySettings(AwsTarget.Read(new ConfigurationBuilder().Build()));
        return TemplateCache.For(settings, folder, TimeProvider.System).FilePath;
    }
}
