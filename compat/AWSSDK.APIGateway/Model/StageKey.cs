namespace Amazon.APIGateway.Model;

/// <summary>The structure <c>StageKey</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_StageKey.html
/// </remarks>
public class StageKey
{
    public string RestApiId { get; set; }

    public string StageName { get; set; }
}
