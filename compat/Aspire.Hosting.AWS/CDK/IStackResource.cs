using Amazon.CDK;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.AWS.CloudFormation;
using Constructs;
using IResource = Aspire.Hosting.ApplicationModel.IResource;

namespace Aspire.Hosting.AWS.CDK;

/// <summary>Makes a construct within a scope: the app for a stack, a stack for anything else.</summary>
public delegate T ConstructBuilderDelegate<out T>(Construct scope)
    where T : IConstruct;

/// <summary>Names a value of a construct that becomes an output of its stack.</summary>
public delegate string ConstructOutputDelegate<in T>(T construct)
    where T : IConstruct;

/// <summary>A resource that is described by a CDK construct.</summary>
public interface IResourceWithConstruct : IResource
{
    IConstruct Construct { get; }
}

/// <inheritdoc cref="IResourceWithConstruct"/>
public interface IResourceWithConstruct<out T> : IResourceWithConstruct
    where T : IConstruct
{
    new T Construct { get; }
}

/// <summary>A construct that was added to a stack by the app model.</summary>
public interface IConstructResource
    : IResourceWithParent<IResourceWithConstruct>, IResourceWithConstruct, IResourceWithWaitSupport;

/// <inheritdoc cref="IConstructResource"/>
public interface IConstructResource<out T> : IConstructResource, IResourceWithConstruct<T>
    where T : IConstruct;

/// <summary>A stack that is provisioned from CDK code.</summary>
public interface IStackResource : ICloudFormationTemplateResource, IResourceWithConstruct, IResourceWithWaitSupport
{
    Stack Stack { get; }
}

/// <inheritdoc cref="IStackResource"/>
public interface IStackResource<out T> : IStackResource, IResourceWithConstruct<T>
    where T : Stack
{
    new T Stack { get; }
}
