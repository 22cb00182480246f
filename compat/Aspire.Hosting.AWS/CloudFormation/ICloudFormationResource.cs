using Amazon.CloudFormation;
using Amazon.CloudFormation.Model;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.AWS.CloudFormation;

/// <summary>A CloudFormation stack.</summary>
public interface ICloudFormationResource : IAWSResource, IResourceWithWaitSupport
{
    string StackName { get; }

    /// <summary>The client to use; by default one is made from the SDK's settings.</summary>
    IAmazonCloudFormation? CloudFormationClient { get; set; }

    /// <summary>The stack's outputs; none before it is provisioned.</summary>
    List<Output>? Outputs { get; }

    IDictionary<string, string> Tags { get; }
}

/// <summary>A stack that exists already.</summary>
public interface ICloudFormationStackResource : ICloudFormationResource;

/// <summary>A stack that is provisioned from a template.</summary>
public interface ICloudFormationTemplateResource : ICloudFormationResource
{
    string TemplatePath { get; }

    string? RoleArn { get; set; }

    /// <summary>
    /// Time between two looks at the stack, in seconds. Default 3; 0 looks again as soon as it has an answer.
    /// </summary>
    int StackPollingInterval { get; set; }

    /// <summary>Whether an unchanged template is applied all the same.</summary>
    bool DisableDiffCheck { get; set; }

    /// <summary>Capabilities not to acknowledge: <c>CAPABILITY_IAM</c> and others.</summary>
    IList<string> DisabledCapabilities { get; }

    ICloudFormationTemplateResource AddParameter(string parameterName, string parameterValue);
}
