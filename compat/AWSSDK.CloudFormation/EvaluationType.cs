using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>EvaluationType</c>; others can be made from a string.</summary>
public class EvaluationType : ConstantClass
{
    public static readonly EvaluationType Dynamic = new("Dynamic");

    public static readonly EvaluationType Static = new("Static");

    public EvaluationType(string value)
        : base(value)
    {
    }

    public static implicit operator EvaluationType(string value) => FindValue(value);

    public static EvaluationType FindValue(string value) =>
        FindValue<EvaluationType>(value);
}
