using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>HookFailureMode</c>; others can be made from a string.</summary>
public class HookFailureMode : ConstantClass
{
    public static readonly HookFailureMode FAIL = new("FAIL");

    public static readonly HookFailureMode WARN = new("WARN");

    public HookFailureMode(string value)
        : base(value)
    {
    }

    public static implicit operator HookFailureMode(string value) => FindValue(value);

    public static HookFailureMode FindValue(string value) =>
        FindValue<HookFailureMode>(value);
}
