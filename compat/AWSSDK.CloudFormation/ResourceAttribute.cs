using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>ResourceAttribute</c>; others can be made from a string.</summary>
public class ResourceAttribute : ConstantClass
{
    public static readonly ResourceAttribute CreationPolicy = new("CreationPolicy");

    public static readonly ResourceAttribute DeletionPolicy = new("DeletionPolicy");

    public static readonly ResourceAttribute Metadata = new("Metadata");

    public static readonly ResourceAttribute Properties = new("Properties");

    public static readonly ResourceAttribute Tags = new("Tags");

    public static readonly ResourceAttribute UpdatePolicy = new("UpdatePolicy");

    public static readonly ResourceAttribute UpdateReplacePolicy = new("UpdateReplacePolicy");

    public ResourceAttribute(string value)
        : base(value)
    {
    }

    public static implicit operator ResourceAttribute(string value) => FindValue(value);

    public static ResourceAttribute FindValue(string value) =>
        FindValue<ResourceAttribute>(value);
}
