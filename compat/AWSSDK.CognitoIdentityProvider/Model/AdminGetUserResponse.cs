using Amazon.Runtime;

namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The reply of <c>AdminGetUser</c>.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminGetUser.html
/// </remarks>
public class AdminGetUserResponse : AmazonWebServiceResponse
{
    public bool? Enabled { get; set; }

    public List<MFAOptionType> MFAOptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public string PreferredMfaSetting { get; set; }

    public List<AttributeType> UserAttributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? UserCreateDate { get; set; }

    public DateTime? UserLastModifiedDate { get; set; }

    public List<string> UserMFASettingList { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public UserStatusType UserStatus { get; set; }

    public string Username { get; set; }
}
