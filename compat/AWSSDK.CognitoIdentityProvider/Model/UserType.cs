namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>UserType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserType.html
/// </remarks>
public class UserType
{
    public List<AttributeType> Attributes { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public bool? Enabled { get; set; }

    public List<MFAOptionType> MFAOptions { get; set; } = AWSConfigs.InitializeCollections ? [] : null;

    public DateTime? UserCreateDate { get; set; }

    public DateTime? UserLastModifiedDate { get; set; }

    public UserStatusType UserStatus { get; set; }

    public string Username { get; set; }
}
