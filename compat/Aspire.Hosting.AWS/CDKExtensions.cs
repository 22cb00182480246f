using Amazon.CDK;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS;
using Aspire.Hosting.AWS.CDK;
using Aspire.Hosting.AWS.CloudFormation;
using Aspire.Hosting.AWS.Provisioning;
using Constructs;
using IResource = Aspire.Hosting.ApplicationModel.IResource;

namespace Aspire.Hosting;

/// <summary>CDK stacks as resources.</summary>
public static class CDKExtensions
{
    /// <summary>An empty stack of that name, to add constructs to.</summary>
    public static IResourceBuilder<IStackResource> AddAWSCDKStack(
        this IDistributedApplicationBuilder builder, [ResourceName] string name)
        => builder.AddAWSCDKStack(name, name);

    public static IResourceBuilder<IStackResource> AddAWSCDKStack(
        this IDistributedApplicationBuilder builder, [ResourceName] string name, string stackName)
    {
        var app = CdkApp(builder.AddAWSProvisioning());
        return builder.AddResource(new StackResource(name, app, new Stack(app, stackName)))
            .WithInitialState(new() { ResourceType = nameof(Stack), Properties = [] });
    }

    /// <summary>The stack that the delegate makes. All stacks of an app model are in one CDK app.</summary>
    public static IResourceBuilder<IStackResource<T>> AddAWSCDKStack<T>(
        this IDistributedApplicationBuilder builder, string name, ConstructBuilderDelegate<T> stackBuilder)
        where T : Stack
    {
        var app = CdkApp(builder.AddAWSProvisioning());
        var stack = stackBuilder(app);
        return builder.AddResource(new StackResource<T>(name, app, stack))
            .WithInitialState(new() { ResourceType = stack.GetType().Name, Properties = [] });
    }

    /// <summary>Adds a construct to the stack, as a resource of its own.</summary>
    public static IResourceBuilder<IConstructResource<T>> AddConstruct<T>(
        this IResourceBuilder<IResourceWithConstruct> builder,
        [ResourceName] string name,
        ConstructBuilderDelegate<T> constructBuilder)
        where T : Construct
    {
        var parent = builder.Resource;
        var construct = constructBuilder((Construct)parent.Construct);
        return builder.ApplicationBuilder.AddResource(new ConstructResource<T>(name, construct, parent))
            .WithInitialState(new() { ResourceType = construct.GetType().Name, Properties = [] });
    }

    /// <summary>Adds an output to the stack.</summary>
    public static IResourceBuilder<IStackResource<TStack>> AddOutput<TStack>(
        this IResourceBuilder<IStackResource<TStack>> builder, string name, ConstructOutputDelegate<TStack> output)
        where TStack : Stack
        => builder.WithAnnotation(new ConstructOutputAnnotation<TStack>(name, output));

    /// <summary>Adds an output to the construct's stack.</summary>
    public static IResourceBuilder<IConstructResource<T>> AddOutput<T>(
        this IResourceBuilder<IConstructResource<T>> builder, string name, ConstructOutputDelegate<T> output)
        where T : Construct
        => builder.WithAnnotation(new ConstructOutputAnnotation<T>(name, output));

    /// <summary>An output of the construct's stack; it is added when it is not there.</summary>
    public static StackOutputReference GetOutput<T>(
        this IResourceBuilder<IConstructResource<T>> builder, string name, ConstructOutputDelegate<T> output)
        where T : Construct
        => builder.Output(name, output);

    /// <summary>Gives a resource a value of a construct, as configuration.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination, TConstruct>(
        this IResourceBuilder<TDestination> builder,
        IResourceBuilder<IResourceWithConstruct<TConstruct>> construct,
        ConstructOutputDelegate<TConstruct> outputDelegate,
        string outputName,
        string? configSection = null)
        where TConstruct : IConstruct
        where TDestination : IResourceWithEnvironment
    {
        configSection ??= $"{ConfigSections.Default}:{construct.Resource.Name}";
        var prefix = ConfigSections.ToVariablePrefix(configSection);
        return builder.WithEnvironment($"{prefix}__{outputName}", construct, outputDelegate, outputName);
    }

    /// <summary>Gives a resource a value of a construct, in an environment variable.</summary>
    public static IResourceBuilder<TDestination> WithEnvironment<TDestination, TConstruct>(
        this IResourceBuilder<TDestination> builder,
        string name,
        IResourceBuilder<IResourceWithConstruct<TConstruct>> construct,
        ConstructOutputDelegate<TConstruct> outputDelegate,
        string? outputName = default)
        where TConstruct : IConstruct
        where TDestination : IResourceWithEnvironment
    {
        outputName ??= name.Replace("_", string.Empty, StringComparison.Ordinal);
        return builder.WithEnvironment(name, construct.Output(outputName, outputDelegate));
    }

    private static StackOutputReference Output<T>(
        this IResourceBuilder<IResourceWithConstruct<T>> construct,
        string outputName,
        ConstructOutputDelegate<T> output)
        where T : IConstruct
    {
        var resource = construct.Resource;
        var outputs = resource.Annotations.OfType<ConstructOutputAnnotation>();
        if (!outputs.Any(annotation => annotation.OutputName == outputName))
        {
            construct.WithAnnotation(new ConstructOutputAnnotation<T>(outputName, output));
        }

        return new(OutputKeys.For(resource.Construct, outputName), StackOf(resource));
    }

    private static IStackResource StackOf(IResource resource) => resource switch
    {
        IStackResource stack => stack,
        IResourceWithParent { Parent: var parent } => StackOf(parent),
        _ => throw new InvalidOperationException($"The resource '{resource.Name}' is not part of a stack."),
    };

    private static App CdkApp(IDistributedApplicationBuilder builder) =>
        builder.Resources.OfType<StackResource>().FirstOrDefault()?.App
            ?? new App(new AppProps { Outdir = Path.Combine(Directory.GetCurrentDirectory(), "cdk.out") });
}
