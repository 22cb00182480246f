using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>ChangeSource</c>; others can be made from a string.</summary>
public class ChangeSource : ConstantClass
{
    public static readonly ChangeSource Automatic = new("Automatic");

    public static readonly ChangeSource DirectModification = new("DirectModification");

    public static readonly ChangeSource NoModification = new("NoModification");

    public static readonly ChangeSource ParameterReference = new("ParameterReference");

    public static readonly ChangeSource ResourceAttribute = new("ResourceAttribute");

    public static readonly ChangeSource ResourceReference = new("ResourceReference");

    public ChangeSource(string value)
        : base(value)
    {
    }

    public static implicit operator ChangeSource(string value) => FindValue(value);

    public static ChangeSource FindValue(string value) =>
        FindValue<ChangeSource>(value);
}
