using Amazon.Runtime;

namespace Amazon.CloudFormation;

/// <summary>Known values of <c>DetailedStatus</c>; others can be made from a string.</summary>
public class DetailedStatus : ConstantClass
{
    public static readonly DetailedStatus CONFIGURATION_COMPLETE = new("CONFIGURATION_COMPLETE");

    public static readonly DetailedStatus VALIDATION_FAILED = new("VALIDATION_FAILED");

    public DetailedStatus(string value)
        : base(value)
    {
    }

    public static implicit operator DetailedStatus(string value) => FindValue(value);

    public static DetailedStatus FindValue(string value) =>
        FindValue<DetailedStatus>(value);
}
