namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>AuthenticationResultType</c> of the service.</summary>
/// <remarks>
/// Source:
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AuthenticationResultType.html
/// </remarks>
public class AuthenticationResultType
{
    public string AccessToken { get; set; }

    public int? ExpiresIn { get; set; }

    public string IdToken { get; set; }

    public NewDeviceMetadataType NewDeviceMetadata { get; set; }

    public string RefreshToken { get; set; }

    public string TokenType { get; set; }
}
