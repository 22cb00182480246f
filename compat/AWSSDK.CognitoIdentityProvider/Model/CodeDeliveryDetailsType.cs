namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>CodeDeliveryDetailsType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CodeDeliveryDetailsType.html
/// </remarks>
public class CodeDeliveryDetailsType
{
    public string AttributeName { get; set; }

    public DeliveryMediumType DeliveryMedium { get; set; }

    public string Destination { get; set; }
}
