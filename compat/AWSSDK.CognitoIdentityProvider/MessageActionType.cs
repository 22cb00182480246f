using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Known values of <c>MessageActionType</c>; others can be made from a string.</summary>
public class MessageActionType : ConstantClass
{
    public static readonly MessageActionType RESEND = new("RESEND");

    public static readonly MessageActionType SUPPRESS = new("SUPPRESS");

    public MessageActionType(string value)
        : base(value)
    {
    }

    public static implicit operator MessageActionType(string value) => FindValue(value);

    public static MessageActionType FindValue(string value) =>
        FindValue<MessageActionType>(value);
}
