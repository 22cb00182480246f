using Amazon.Runtime;

namespace Amazon.BedrockRuntime;

/// <summary>Known values of <c>Trace</c>; others can be made from a string.</summary>
public class Trace : ConstantClass
{
    public static readonly Trace DISABLED = new("DISABLED");

    public static readonly Trace ENABLED = new("ENABLED");

    public static readonly Trace ENABLED_FULL = new("ENABLED_FULL");

    public Trace(string value)
        : base(value)
    {
    }

    public static implicit operator Trace(string value) => FindValue(value);

    public static Trace FindValue(string value) =>
        FindValue<Trace>(value);
}
