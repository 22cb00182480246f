using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>HookStatus</c>; others can be made from a string.</summary>
public class HookStatus : ConstantClass
{
    public static readonly HookStatus HOOK_COMPLETE_FAILED = new("HOOK_COMPLETE_FAILED");

    public static readonly HookStatus HOOK_COMPLETE_SUCCEEDED = new("HOOK_COMPLETE_SUCCEEDED");

    public static readonly HookStatus HOOK_FAILED = new("HOOK_FAILED");

    public static readonly HookStatus HOOK_IN_PROGRESS = new("HOOK_IN_PROGRESS");

    public HookStatus(string value)
        : base(value)
    {
    }

    public static implicit operator HookStatus(string value) => FindValue(value);

    public static HookStatus FindValue(string value) =>
        FindValue<HookStatus>(value);
}
