using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Known values of <c>InferenceProfileStatus</c>; others can be made from a string.</summary>
public class InferenceProfileStatus : ConstantClass
{
    public static readonly InferenceProfileStatus ACTIVE = new("ACTIVE");

    public InferenceProfileStatus(string value)
        : base(value)
    {
    }

    public static implicit operator InferenceProfileStatus(string value) => FindValue(value);

    public static InferenceProfileStatus FindValue(string value) => FindValue<InferenceProfileStatus>(value);
}
