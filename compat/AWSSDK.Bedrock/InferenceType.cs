using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Known values of <c>InferenceType</c>; others can be made from a string.</summary>
public class InferenceType : ConstantClass
{
    public static readonly InferenceType ON_DEMAND = new("ON_DEMAND");

    public static readonly InferenceType PROVISIONED = new("PROVISIONED");

    public InferenceType(string value)
        : base(value)
    {
    }

    public static implicit operator InferenceType(string value) => FindValue(value);

    public static InferenceType FindValue(string value) =>
        FindValue<InferenceType>(value);
}
