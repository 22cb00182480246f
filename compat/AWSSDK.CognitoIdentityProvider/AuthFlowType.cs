using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Known values of <c>AuthFlowType</c>; others can be made from a string.</summary>
public class AuthFlowType : ConstantClass
{
    public static readonly AuthFlowType ADMIN_NO_SRP_AUTH = new("ADMIN_NO_SRP_AUTH");

    public static readonly AuthFlowType ADMIN_USER_PASSWORD_AUTH = new("ADMIN_USER_PASSWORD_AUTH");

    public static readonly AuthFlowType CUSTOM_AUTH = new("CUSTOM_AUTH");

    public static readonly AuthFlowType REFRESH_TOKEN = new("REFRESH_TOKEN");

    public static readonly AuthFlowType REFRESH_TOKEN_AUTH = new("REFRESH_TOKEN_AUTH");

    public static readonly AuthFlowType USER_AUTH = new("USER_AUTH");

    public static readonly AuthFlowType USER_PASSWORD_AUTH = new("USER_PASSWORD_AUTH");

    public static readonly AuthFlowType USER_SRP_AUTH = new("USER_SRP_AUTH");

    public AuthFlowType(string value)
        : base(value)
    {
    }

    public static implicit operator AuthFlowType(string value) => FindValue(value);

    public static AuthFlowType FindValue(string value) =>
        FindValue<AuthFlowType>(value);
}
