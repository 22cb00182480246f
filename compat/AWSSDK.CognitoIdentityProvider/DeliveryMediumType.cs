using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Known values of <c>DeliveryMediumType</c>; others can be made from a string.</summary>
public class DeliveryMediumType : ConstantClass
{
    public static readonly DeliveryMediumType EMAIL = new("EMAIL");

    public static readonly DeliveryMediumType SMS = new("SMS");

    public DeliveryMediumType(string value)
        : base(value)
    {
    }

    public static implicit operator DeliveryMediumType(string value) => FindValue(value);

    public static DeliveryMediumType FindValue(string value) =>
        FindValue<DeliveryMediumType>(value);
}
