using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>PolicyAction</c>; others can be made from a string.</summary>
public class PolicyAction : ConstantClass
{
    public static readonly PolicyAction Delete = new("Delete");

    public static readonly PolicyAction ReplaceAndDelete = new("ReplaceAndDelete");

    public static readonly PolicyAction ReplaceAndRetain = new("ReplaceAndRetain");

    public static readonly PolicyAction ReplaceAndSnapshot = new("ReplaceAndSnapshot");

    public static readonly PolicyAction Retain = new("Retain");

    public static readonly PolicyAction Snapshot = new("Snapshot");

    public PolicyAction(string value)
        : base(value)
    {
    }

    public static implicit operator PolicyAction(string value) => FindValue(value);

    public static PolicyAction FindValue(string value) =>
        FindValue<PolicyAction>(value);
}
