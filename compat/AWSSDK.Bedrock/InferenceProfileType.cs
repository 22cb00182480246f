using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Known values of <c>InferenceProfileType</c>; others can be made from a string.</summary>
public class InferenceProfileType : ConstantClass
{
    public static readonly InferenceProfileType APPLICATION = new("APPLICATION");

    public static readonly InferenceProfileType SYSTEM_DEFINED = new("SYSTEM_DEFINED");

    public InferenceProfileType(string value)
        : base(value)
    {
    }

    public static implicit operator InferenceProfileType(string value) => FindValue(value);

    public static InferenceProfileType FindValue(string value) => FindValue<InferenceProfileType>(value);
}
