using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

/// <summary>Known values of <c>ServiceTierType</c>; others can be made from a string.</summary>
public class ServiceTierType : ConstantClass
{
    public static readonly ServiceTierType Default = new("default");

    public static readonly ServiceTierType Flex = new("flex");

    public static readonly ServiceTierType Priority = new("priority");

    public static readonly ServiceTierType Reserved = new("reserved");

    public ServiceTierType(string value)
        : base(value)
    {
    }

    public static implicit operator ServiceTierType(string value) => FindValue(value);

    public static ServiceTierType FindValue(string value) =>
        FindValue<ServiceTierType>(value);
}
