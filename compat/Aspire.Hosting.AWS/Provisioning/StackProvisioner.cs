using System.Collections.Immutable;
using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Amazon.Runtime.Credentials;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.CloudFormation;
using Microsoft.Extensions.Logging;
using StackResource = Aspire.Hosting.AWS.CDK.StackResource;

namespace Aspire.Hosting.AWS.Provisioning;

/// <summary>Brings one stack of the model about, and keeps its outputs.</summary>
internal sealed partial class StackProvisioner(
    ResourceLoggerService loggers, ResourceNotificationService notifications, TimeProvider clock)
{
    public async Task ProvisionAsync(IAWSResource resource, CancellationToken cancellationToken)
    {
        if (resource is not CloudFormationResource stackResource)
        {
            throw new AWSProvisioningException(
                $"Resources of the type {resource.GetType().Name} cannot be provisioned.");
        }

        var logger = loggers.GetLogger(resource);
        // A client that was given is the giver's to dispose.
        using var own = stackResource.CloudFormationClient is null ? CreateClient(stackResource.AWSSDKConfig) : null;
        var client = stackResource.CloudFormationClient ?? own!;
        if (stackResource is StackResource cdkStack)
        {
            await CdkAssets.UploadAsync(cdkStack, logger, cancellationToken);
        }

        var stack = stackResource is CloudFormationTemplateResource template
            ? await new TemplateExecutor(client, template, logger, clock).ExecuteAsync(cancellationToken)
            : await FindAsync(client, stackResource.StackName, cancellationToken);
        stackResource.Outputs = stack.Outputs ?? [];
        Outputs(logger, stackResource.Outputs.Count);
        foreach (var output in stackResource.Outputs)
        {
            OutputValue(logger, output.OutputKey, output.OutputValue);
        }

        await notifications.PublishUpdateAsync(
            resource, state => state with { Properties = state.Properties.AddRange(Properties(stack, stackResource)) });
    }

    private static async Task<Stack> FindAsync(
        IAmazonCloudFormation client, string stackName, CancellationToken cancellationToken)
    {
        var response = await client.DescribeStacksAsync(new() { StackName = stackName }, cancellationToken);
        return response.Stacks[0];
    }

    private static AmazonCloudFormationClient CreateClient(IAWSSDKConfig? settings)
    {
        try
        {
            if (settings is null)
            {
                return new();
            }

            var config = settings.CreateServiceConfig<AmazonCloudFormationConfig>();
            return new(DefaultAWSCredentialsIdentityResolver.GetCredentials(config), config);
        }
        catch (Exception exception) when (exception is Amazon.Runtime.AmazonClientException or ArgumentException)
        {
            throw new AWSProvisioningException(
                "Failed to construct AWS CloudFormation service client to provision AWS resources.", exception);
        }
    }

    private static ImmutableArray<ResourcePropertySnapshot> Properties(Stack stack, CloudFormationResource resource)
    {
        var properties = ImmutableArray.CreateBuilder<ResourcePropertySnapshot>();
        properties.Add(new(CustomResourceKnownProperties.Source, stack.StackId));
        if (resource is CloudFormationTemplateResource template)
        {
            properties.Add(new("aws.cloudformation.template", template.TemplatePath));
        }

        properties.AddRange(resource.Outputs!.Select(output =>
            new ResourcePropertySnapshot($"aws.cloudformation.output.{output.OutputKey}", output.OutputValue)));
        return properties.ToImmutable();
    }

    [LoggerMessage(LogLevel.Information, "CloudFormation stack has {Count} output parameters")]
    private static partial void Outputs(ILogger logger, int count);

    [LoggerMessage(LogLevel.Information, "Output Name: {Name}, Value {Value}")]
    private static partial void OutputValue(ILogger logger, string name, string value);
}
