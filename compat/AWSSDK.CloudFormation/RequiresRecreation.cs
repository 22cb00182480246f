using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>RequiresRecreation</c>; others can be made from a string.</summary>
public class RequiresRecreation : ConstantClass
{
    public static readonly RequiresRecreation Always = new("Always");

    public static readonly RequiresRecreation Conditionally = new("Conditionally");

    public static readonly RequiresRecreation Never = new("Never");

    public RequiresRecreation(string value)
        : base(value)
    {
    }

    public static implicit operator RequiresRecreation(string value) => FindValue(value);

    public static RequiresRecreation FindValue(string value) =>
        FindValue<RequiresRecreation>(value);
}
