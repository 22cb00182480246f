using Aspire.Hosting.AWS.CloudFormation;
using BedrockGateway.Infra;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>The CDK stack as a resource, synthesized only when what it is made of has changed.</summary>
internal static class GatewayStackExtensions
{
    /// <remarks>
    /// No package is built, so nothing depends on what this machine could build: it would be another template without a
    /// C linker.
    /// </remarks>
    /// <exception cref="InvalidSettingException">A value is not valid.</exception>
    public static GatewaySettings ReadGatewaySettings(this IConfiguration configuration) =>
        GatewaySettings.Read(name => configuration[name]) with
        {
            FunctionsRunLocally = true,
            LambdaPackage = LambdaPackage.Native,
        };

    /// <exception cref="StartFailureException">The template must be synthesized and Node.js is missing.</exception>
    public static IResourceBuilder<ICloudFormationTemplateResource> AddGatewayStack(
        this IDistributedApplicationBuilder builder, string name, GatewaySettings settings)
    {
        var cache = TemplateCache.For(settings, builder.AppHostDirectory, TimeProvider.System);
        if (cache.Find() is { } template)
        {
            return builder.AddAWSCloudFormationTemplate(name, template, settings.StackName);
        }

        NodeJs.RequireInstalled();
        var folder = Directory.CreateTempSubdirectory("bedrock-gateway-cdk-").FullName;
        // Provisioning reads it; what stays is the cached template.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        var stack = InFolder(folder, () => builder.AddAWSCDKStack(name, scope => new GatewayStack(scope, settings)));
        // CDK keeps the assembly of the first synthesis, so provisioning does not pay for a second.
        var assembly = ((Amazon.CDK.App)stack.Resource.Stack.Node.Root).Synth();
        cache.Save(assembly.GetStackByName(settings.StackName).TemplateFullPath);
        return stack;
    }

    // AddAWSCDKStack synthesizes into cdk.out below the current folder, where two runs would overwrite each other's.
    private static T InFolder<T>(string folder, Func<T> act)
    {
        var current = Environment.CurrentDirectory;
        Environment.CurrentDirectory = folder;
        try
        {
            return act();
        }
        finally
        {
            Environment.CurrentDirectory = current;
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // Windows keeps what the process of CDK still stands in; it is a temporary folder all the same.
        }
    }
}
