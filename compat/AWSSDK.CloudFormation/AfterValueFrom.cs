using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>AfterValueFrom</c>; others can be made from a string.</summary>
public class AfterValueFrom : ConstantClass
{
    public static readonly AfterValueFrom TEMPLATE = new("TEMPLATE");

    public AfterValueFrom(string value)
        : base(value)
    {
    }

    public static implicit operator AfterValueFrom(string value) => FindValue(value);

    public static AfterValueFrom FindValue(string value) =>
        FindValue<AfterValueFrom>(value);
}
