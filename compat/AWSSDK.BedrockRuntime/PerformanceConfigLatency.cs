using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

/// <summary>Known values of <c>PerformanceConfigLatency</c>; others can be made from a string.</summary>
public class PerformanceConfigLatency : ConstantClass
{
    public static readonly PerformanceConfigLatency Optimized = new("optimized");

    public static readonly PerformanceConfigLatency Standard = new("standard");

    public PerformanceConfigLatency(string value)
        : base(value)
    {
    }

    public static implicit operator PerformanceConfigLatency(string value) => FindValue(value);

    public static PerformanceConfigLatency FindValue(string value) =>
        FindValue<PerformanceConfigLatency>(value);
}
