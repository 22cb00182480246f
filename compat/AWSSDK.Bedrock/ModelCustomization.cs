using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Known values of <c>ModelCustomization</c>; others can be made from a string.</summary>
public class ModelCustomization : ConstantClass
{
    public static readonly ModelCustomization CONTINUED_PRE_TRAINING = new("CONTINUED_PRE_TRAINING");

    public static readonly ModelCustomization DISTILLATION = new("DISTILLATION");

    public static readonly ModelCustomization FINE_TUNING = new("FINE_TUNING");

    public ModelCustomization(string value)
        : base(value)
    {
    }

    public static implicit operator ModelCustomization(string value) => FindValue(value);

    public static ModelCustomization FindValue(string value) =>
        FindValue<ModelCustomization>(value);
}
