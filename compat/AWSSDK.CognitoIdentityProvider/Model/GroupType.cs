namespace Amazon.CognitoIdentityProvider.Model;

/// <summary>The structure <c>GroupType</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_GroupType.html
/// </remarks>
public class GroupType
{
    public DateTime? CreationDate { get; set; }

    public string Description { get; set; }

    public string GroupName { get; set; }

    public DateTime? LastModifiedDate { get; set; }

    public int? Precedence { get; set; }

    public string RoleArn { get; set; }

    public string UserPoolId { get; set; }
}
