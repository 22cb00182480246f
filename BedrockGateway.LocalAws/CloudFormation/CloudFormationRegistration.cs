using System.Xml.Linq;
using BedrockGateway.LocalAws.CloudFormation.Operations;
using BedrockGateway.LocalAws.CloudFormation.Stacks;
using BedrockGateway.LocalAws.CloudFormation.Templates;
using BedrockGateway.LocalAws.Ssm;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.CloudFormation;

/// <summary>AWS CloudFormation: stacks and change sets. The services' own folders bring the resource types.</summary>
internal static class CloudFormationRegistration
{
    public static IServiceCollection AddCloudFormation(this IServiceCollection services) => services
        .AddSingleton<IResourceHandler>(new InertResourceHandler(
            "AWS::CDK::Metadata", [], request => request.GenerateName(255)))
        .AddStacks()
        .AddOperations()
        .AddSingleton<IAwsService>(provider =>
        {
            var service = new QueryService("cloudformation", "http://cloudformation.amazonaws.com/doc/2010-05-15/");
            foreach (var operation in provider.GetServices<ICloudFormationOperation>())
            {
                service.Map(operation.Name, (form, _) => ValueTask.FromResult<XElement?>(operation.Handle(form)));
            }

            return service;
        });

    private static IServiceCollection AddStacks(this IServiceCollection services) => services
        .AddSingleton<StackStore>()
        .AddSingleton<HandlerCatalog>()
        .AddSingleton<TemplateSource>()
        .AddSingleton<StackTargetReader>()
        .AddSingleton<StackChanges>()
        .AddSingleton<ResourceSteps>()
        .AddSingleton<StackDeployment>()
        .AddSingleton<DeletionOrder>()
        .AddSingleton<StackCreation>()
        .AddSingleton<StackUpdate>()
        .AddSingleton<StackUpdateRollback>()
        .AddSingleton<StackDeletion>()
        .AddSingleton<StackRunner>()
        .AddHostedService(provider => provider.GetRequiredService<StackRunner>())
        .AddHostedService<InterruptedStacks>()
        .AddHostedService<BootstrapStack>()
        .AddSingleton(provider =>
        {
            var stacks = provider.GetRequiredService<StackStore>();
            return new AccountScope(
                provider.GetRequiredService<LocalAwsOptions>(),
                provider.GetRequiredService<ParameterStore>(),
                name => stacks.FindExport(name)?.Output.Value);
        });

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<ICloudFormationOperation, CreateChangeSet>()
        .AddSingleton<ICloudFormationOperation, CreateStack>()
        .AddSingleton<ICloudFormationOperation, DeleteChangeSet>()
        .AddSingleton<ICloudFormationOperation, DeleteStack>()
        .AddSingleton<ICloudFormationOperation, DescribeChangeSet>()
        .AddSingleton<ICloudFormationOperation, DescribeStackEvents>()
        .AddSingleton<ICloudFormationOperation, DescribeStackResource>()
        .AddSingleton<ICloudFormationOperation, DescribeStackResources>()
        .AddSingleton<ICloudFormationOperation, DescribeStacks>()
        .AddSingleton<ICloudFormationOperation, ExecuteChangeSet>()
        .AddSingleton<ICloudFormationOperation, GetTemplate>()
        .AddSingleton<ICloudFormationOperation, GetTemplateSummary>()
        .AddSingleton<ICloudFormationOperation, ListChangeSets>()
        .AddSingleton<ICloudFormationOperation, ListExports>()
        .AddSingleton<ICloudFormationOperation, ListStackResources>()
        .AddSingleton<ICloudFormationOperation, ListStacks>()
        .AddSingleton<ICloudFormationOperation, UpdateStack>()
        .AddSingleton<ICloudFormationOperation, UpdateTerminationProtection>()
        .AddSingleton<ICloudFormationOperation, ValidateTemplate>();
}
