using Amazon.CognitoIdentityProvider.Model;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

internal static class GroupTypeWire
{
    public static readonly JsonShape<GroupType> Shape = new()
    {
        { "CreationDate", static (to, json, ref at) => to.CreationDate = json.Time(ref at) },
        { "Description", static (to, json, ref at) => to.Description = json.Text(ref at) },
        { "GroupName", static (to, json, ref at) => to.GroupName = json.Text(ref at) },
        { "LastModifiedDate", static (to, json, ref at) => to.LastModifiedDate = json.Time(ref at) },
        { "Precedence", static (to, json, ref at) => to.Precedence = json.Int(ref at) },
        { "RoleArn", static (to, json, ref at) => to.RoleArn = json.Text(ref at) },
        { "UserPoolId", static (to, json, ref at) => to.UserPoolId = json.Text(ref at) },
    };
}
