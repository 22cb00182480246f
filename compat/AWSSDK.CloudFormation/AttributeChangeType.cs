using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>AttributeChangeType</c>; others can be made from a string.</summary>
public class AttributeChangeType : ConstantClass
{
    public static readonly AttributeChangeType Add = new("Add");

    public static readonly AttributeChangeType Modify = new("Modify");

    public static readonly AttributeChangeType Remove = new("Remove");

    public static readonly AttributeChangeType SyncWithActual = new("SyncWithActual");

    public AttributeChangeType(string value)
        : base(value)
    {
    }

    public static implicit operator AttributeChangeType(string value) => FindValue(value);

    public static AttributeChangeType FindValue(string value) =>
        FindValue<AttributeChangeType>(value);
}
