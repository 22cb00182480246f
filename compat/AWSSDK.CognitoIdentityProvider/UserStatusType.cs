using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider;

/// <summary>Known values of <c>UserStatusType</c>; others can be made from a string.</summary>
public class UserStatusType : ConstantClass
{
    public static readonly UserStatusType ARCHIVED = new("ARCHIVED");

    public static readonly UserStatusType COMPROMISED = new("COMPROMISED");

    public static readonly UserStatusType CONFIRMED = new("CONFIRMED");

    public static readonly UserStatusType EXTERNAL_PROVIDER = new("EXTERNAL_PROVIDER");

    public static readonly UserStatusType FORCE_CHANGE_PASSWORD = new("FORCE_CHANGE_PASSWORD");

    public static readonly UserStatusType RESET_REQUIRED = new("RESET_REQUIRED");

    public static readonly UserStatusType UNCONFIRMED = new("UNCONFIRMED");

    public static readonly UserStatusType UNKNOWN = new("UNKNOWN");

    public UserStatusType(string value)
        : base(value)
    {
    }

    public static implicit operator UserStatusType(string value) => FindValue(value);

    public static UserStatusType FindValue(string value) =>
        FindValue<UserStatusType>(value);
}
