namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>AttributeType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AttributeType.html
/// </remarks>
public class AttributeType
{
    public string Name { get; set; }

    public string Value { get; set; }
}
