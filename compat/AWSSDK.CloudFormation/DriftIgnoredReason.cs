using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>DriftIgnoredReason</c>; others can be made from a string.</summary>
public class DriftIgnoredReason : ConstantClass
{
    public static readonly DriftIgnoredReason MANAGED_BY_AWS = new("MANAGED_BY_AWS");

    public static readonly DriftIgnoredReason WRITE_ONLY_PROPERTY = new("WRITE_ONLY_PROPERTY");

    public DriftIgnoredReason(string value)
        : base(value)
    {
    }

    public static implicit operator DriftIgnoredReason(string value) => FindValue(value);

    public static DriftIgnoredReason FindValue(string value) =>
        FindValue<DriftIgnoredReason>(value);
}
