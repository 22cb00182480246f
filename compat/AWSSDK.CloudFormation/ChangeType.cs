using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>ChangeType</c>; others can be made from a string.</summary>
public class ChangeType : ConstantClass
{
    public static readonly ChangeType Resource = new("Resource");

    public ChangeType(string value)
        : base(value)
    {
    }

    public static implicit operator ChangeType(string value) => FindValue(value);

    public static ChangeType FindValue(string value) =>
        FindValue<ChangeType>(value);
}
