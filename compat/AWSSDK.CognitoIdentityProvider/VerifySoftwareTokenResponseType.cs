using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Known values of <c>VerifySoftwareTokenResponseType</c>; others can be made from a string.</summary>
public class VerifySoftwareTokenResponseType : ConstantClass
{
    public static readonly VerifySoftwareTokenResponseType ERROR = new("ERROR");

    public static readonly VerifySoftwareTokenResponseType SUCCESS = new("SUCCESS");

    public VerifySoftwareTokenResponseType(string value)
        : base(value)
    {
    }

    public static implicit operator VerifySoftwareTokenResponseType(string value) => FindValue(value);

    public static VerifySoftwareTokenResponseType FindValue(string value) =>
        FindValue<VerifySoftwareTokenResponseType>(value);
}
