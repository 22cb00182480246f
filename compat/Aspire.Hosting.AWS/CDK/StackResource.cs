using Amazon.CDK;
using Aspire.Hosting.AWS.CloudFormation;
using Constructs;
using Resource = Aspire.Hosting.ApplicationModel.Resource;

namespace Aspire.Hosting.AWS.CDK;

internal class StackResource(string name, App app, Stack stack)
    : CloudFormationTemplateResource(name, stack.StackName, Path.Combine(app.Outdir, stack.TemplateFile)),
        IStackResource
{
    public App App { get; } = app;

    public Stack Stack { get; } = stack;

    public IConstruct Construct => Stack;
}

internal sealed class StackResource<T>(string name, App app, T stack)
    : StackResource(name, app, stack), IStackResource<T>
    where T : Stack
{
    public new T Stack { get; } = stack;

    public new T Construct => Stack;
}

internal sealed class ConstructResource<T>(string name, T construct, IResourceWithConstruct parent)
    : Resource(name), IConstructResource<T>
    where T : IConstruct
{
    public T Construct { get; } = construct;

    public IResourceWithConstruct Parent { get; } = parent;

    IConstruct IResourceWithConstruct.Construct => Construct;
}
