namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>AnalyticsMetadataType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AnalyticsMetadataType.html
/// </remarks>
public class AnalyticsMetadataType
{
    public string AnalyticsEndpointId { get; set; }
}
