using Amazon.Runtime;

namespace Amazon.Bedrock;

/// <summary>Known values of <c>ModelModality</c>; others can be made from a string.</summary>
public class ModelModality : ConstantClass
{
    public static readonly ModelModality EMBEDDING = new("EMBEDDING");

    public static readonly ModelModality IMAGE = new("IMAGE");

    public static readonly ModelModality TEXT = new("TEXT");

    public ModelModality(string value)
        : base(value)
    {
    }

    public static implicit operator ModelModality(string value) => FindValue(value);

    public static ModelModality FindValue(string value) =>
        FindValue<ModelModality>(value);
}
