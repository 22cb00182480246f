namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>UserContextDataType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_UserContextDataType.html
/// </remarks>
public class UserContextDataType
{
    public string EncodedData { get; set; }

    public string IpAddress { get; set; }
}
