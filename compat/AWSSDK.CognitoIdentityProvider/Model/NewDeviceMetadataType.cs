namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>NewDeviceMetadataType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_NewDeviceMetadataType.html
/// </remarks>
public class NewDeviceMetadataType
{
    public string DeviceGroupKey { get; set; }

    public string DeviceKey { get; set; }
}
