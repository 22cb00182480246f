using Amazon.Runtime;

namespace Amazon.APIGateway;

/// <summary>Known values of <c>QuotaPeriodType</c>; others can be made from a string.</summary>
public class QuotaPeriodType : ConstantClass
{
    public static readonly QuotaPeriodType DAY = new("DAY");

    public static readonly QuotaPeriodType MONTH = new("MONTH");

    public static readonly QuotaPeriodType WEEK = new("WEEK");

    public QuotaPeriodType(string value)
        : base(value)
    {
    }

    public static implicit operator QuotaPeriodType(string value) => FindValue(value);

    public static QuotaPeriodType FindValue(string value) =>
        FindValue<QuotaPeriodType>(value);
}
