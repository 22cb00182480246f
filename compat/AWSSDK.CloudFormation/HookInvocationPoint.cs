using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>HookInvocationPoint</c>; others can be made from a string.</summary>
public class HookInvocationPoint : ConstantClass
{
    public static readonly HookInvocationPoint PRE_PROVISION = new("PRE_PROVISION");

    public HookInvocationPoint(string value)
        : base(value)
    {
    }

    public static implicit operator HookInvocationPoint(string value) => FindValue(value);

    public static HookInvocationPoint FindValue(string value) =>
        FindValue<HookInvocationPoint>(value);
}
