using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>Replacement</c>; others can be made from a string.</summary>
public class Replacement : ConstantClass
{
    public static readonly Replacement Conditional = new("Conditional");

    public static readonly Replacement False = new("False");

    public static readonly Replacement True = new("True");

    public Replacement(string value)
        : base(value)
    {
    }

    public static implicit operator Replacement(string value) => FindValue(value);

    public static Replacement FindValue(string value) =>
        FindValue<Replacement>(value);
}
