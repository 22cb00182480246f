namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>MFAOptionType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_MFAOptionType.html
/// </remarks>
public class MFAOptionType
{
    public string AttributeName { get; set; }

    public DeliveryMediumType DeliveryMedium { get; set; }
}
