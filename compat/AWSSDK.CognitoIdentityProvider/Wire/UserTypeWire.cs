using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class UserTypeWire
{
    public static readonly JsonShape<UserType> Shape = new()
    {
        { "Attributes", static (to, json, ref at) => to.Attributes = json.List(AttributeTypeWire.Shape, ref at) },
        { "Enabled", static (to, json, ref at) => to.Enabled = json.Flag(ref at) },
        { "MFAOptions", static (to, json, ref at) => to.MFAOptions = json.List(MFAOptionTypeWire.Shape, ref at) },
        { "UserCreateDate", static (to, json, ref at) => to.UserCreateDate = json.Time(ref at) },
        { "UserLastModifiedDate", static (to, json, ref at) => to.UserLastModifiedDate = json.Time(ref at) },
        { "UserStatus", static (to, json, ref at) => to.UserStatus = json.Text(ref at) },
        { "Username", static (to, json, ref at) => to.Username = json.Text(ref at) },
    };
}
