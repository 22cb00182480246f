using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Known values of <c>FoundationModelLifecycleStatus</c>; others can be made from a string.</summary>
public class FoundationModelLifecycleStatus : ConstantClass
{
    public static readonly FoundationModelLifecycleStatus ACTIVE = new("ACTIVE");

    public static readonly FoundationModelLifecycleStatus LEGACY = new("LEGACY");

    public FoundationModelLifecycleStatus(string value)
        : base(value)
    {
    }

    public static implicit operator FoundationModelLifecycleStatus(string value) => FindValue(value);

    public static FoundationModelLifecycleStatus FindValue(string value) =>
        FindValue<FoundationModelLifecycleStatus>(value);
}
