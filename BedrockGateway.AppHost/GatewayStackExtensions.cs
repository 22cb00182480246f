using Aspire.Hosting.AWS.CloudFormation;
using BedrockGateway.Infra;
using BedrockGateway.Infra.Packaging;
using Microsoft.Extensions.Configuration;

namespace BedrockGateway.AppHost;

/// <summary>The CDK stack as a resource, synthesized only when what it is made of has changed.</summary>
internal static class GatewayStackExtensions
{
    /// <remarks>
    /// Nothing but an account gets a package, so nothing else depends on what this machine could build: it would be
    /// another template without a C linker. In an account, where colleagues have theirs, the stack has a personal name
    /// unless it is given one.
    /// </remarks>
    /// <exception cref="InvalidSettingException">A value is not valid.</exception>
    /// <exception cref="StartFailureException">An account would get no functions.</exception>
    public static GatewaySettings ReadGatewaySettings(this IConfiguration configuration, AwsTarget target)
    {
        var settings = GatewaySettings.Read(name => configuration[name]);
        if (target.Kind is AwsKind.Local)
        {
            return settings.WithoutPackage();
        }

        if (settings.FunctionsRunLocally)
        {
            throw new StartFailureException(
                "LAMBDA_PACKAGE=none deploys no functions, and Cognito would find no pre-signup there: leave it out with "
                + "--aws account and --aws endpoint.");
        }

        return string.IsNullOrEmpty(configuration["STACK_NAME"])
            ? settings with { StackName = PersonalName.Of(Environment.UserName) }
            : settings;
    }

    /// <summary>The same stack for an emulator, whose functions run here.</summary>
    public static GatewaySettings WithoutPackage(this GatewaySettings settings) =>
        settings with { FunctionsRunLocally = true, LambdaPackage = LambdaPackage.Native };

    /// <exception cref="StartFailureException">The template must be synthesized and Node.js is missing.</exception>
    /// <exception cref="PackagingException">The functions' package, which an account gets, cannot be built.</exception>
    public static IResourceBuilder<ICloudFormationTemplateResource> AddGatewayStack(
        this IDistributedApplicationBuilder builder, string name, GatewaySettings settings)
    {
        if (settings.FunctionsRunLocally)
        {
            var cache = TemplateCache.For(settings, builder.AppHostDirectory, TimeProvider.System);
            return builder.AddAWSCloudFormationTemplate(name, cache.GetOrMake(settings), settings.StackName);
        }

        NodeJs.RequireInstalled();
        // Provisioning uploads the package out of it.
        var folder = Directory.CreateTempSubdirectory("bedrock-gateway-cdk-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete(folder);
        return InFolder(folder, () => builder.AddAWSCDKStack(name, scope => new GatewayStack(scope, settings)));
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
