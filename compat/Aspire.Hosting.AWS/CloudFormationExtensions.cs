using Amazon.CloudFormation;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CloudFormation;
using Aspire.Hosting.AWS.Provisioning;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting;

/// <summary>CloudFormation stacks as resources, and their outputs as configuration of others.</summary>
public static partial class CloudFormationExtensions
{
    /// <summary>A stack that is provisioned from a template file when the application starts.</summary>
    public static IResourceBuilder<ICloudFormationTemplateResource> AddAWSCloudFormationTemplate(
        this IDistributedApplicationBuilder builder,
        [ResourceName] string name,
        string templatePath,
        string? stackName = null)
        => builder.AddAWSProvisioning()
            .AddResource(new CloudFormationTemplateResource(name, stackName ?? name, templatePath))
            .WithInitialState(new() { ResourceType = "CloudFormationTemplate", Properties = [] });

    /// <summary>A stack that is there already, for the sake of its outputs.</summary>
    public static IResourceBuilder<ICloudFormationStackResource> AddAWSCloudFormationStack(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string? stackName = null)
        => builder.AddAWSProvisioning()
            .AddResource(new CloudFormationStackResource(name, stackName ?? name))
            .WithInitialState(new() { ResourceType = "CloudFormationStack", Properties = [] });

    public static IResourceBuilder<ICloudFormationTemplateResource> WithParameter(
        this IResourceBuilder<ICloudFormationTemplateResource> builder, string parameterName, string parameterValue)
    {
        builder.Resource.AddParameter(parameterName, parameterValue);
        return builder;
    }

    public static IResourceBuilder<ICloudFormationResource> WithTag(
        this IResourceBuilder<ICloudFormationResource> builder, string tagKey, string tagValue)
    {
        builder.Resource.Tags[tagKey] = tagValue;
        return builder;
    }

    public static StackOutputReference GetOutput(this IResourceBuilder<ICloudFormationResource> builder, string name) =>
        new(name, builder.Resource);

    /// <summary>Sets an environment variable from one output of a stack; waits for the stack when it starts.</summary>
    public static IResourceBuilder<T> WithEnvironment<T>(
        this IResourceBuilder<T> builder, string name, StackOutputReference stackOutputReference)
        where T : IResourceWithEnvironment
        => builder.WithEnvironment(async context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                context.EnvironmentVariables[name] = stackOutputReference.ValueExpression;
                return;
            }

            var stack = stackOutputReference.Resource;
            if (stack.AWSSDKConfig is { } config)
            {
                SdkEnvironment.Apply(context, config, force: false);
            }

            GettingOutput(context.Logger, stackOutputReference.Name, stack.Name);
            context.EnvironmentVariables[name] =
                await stackOutputReference.GetValueAsync(context.CancellationToken) ?? string.Empty;
        });

    /// <summary>The SDK settings that the stack is provisioned with.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAWSSDKConfig awsSdkConfig)
        where TDestination : ICloudFormationResource
    {
        builder.Resource.AWSSDKConfig = awsSdkConfig;
        return builder;
    }

    /// <summary>The client that the stack is provisioned with.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder, IAmazonCloudFormation cloudFormationClient)
        where TDestination : ICloudFormationResource
    {
        builder.Resource.CloudFormationClient = cloudFormationClient;
        return builder;
    }

    /// <summary>Gives a resource all outputs of a stack, as configuration, and makes it wait for the stack.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<ICloudFormationResource> cloudFormationResourceBuilder,
        string configSection = ConfigSections.Default)
        where TDestination : IResourceWithEnvironment, IResourceWithWaitSupport
    {
        var stack = cloudFormationResourceBuilder.Resource;
        var prefix = ConfigSections.ToVariablePrefix(configSection);
        return builder.WaitFor(cloudFormationResourceBuilder).WithEnvironment(context =>
        {
            if (context.ExecutionContext.IsPublishMode)
            {
                return;
            }

            if (stack.AWSSDKConfig is { } config)
            {
                SdkEnvironment.Apply(context, config, force: false);
            }

            foreach (var output in stack.Outputs ?? [])
            {
                context.EnvironmentVariables[$"{prefix}__{output.OutputKey}"] = output.OutputValue;
            }
        });
    }

    [LoggerMessage(LogLevel.Information, "Getting CloudFormation stack output {Name} from resource {ResourceName}")]
    private static partial void GettingOutput(ILogger logger, string name, string resourceName);
}
