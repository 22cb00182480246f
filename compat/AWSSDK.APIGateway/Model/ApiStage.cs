namespace Amazon.APIGateway.Model;

/// <summary>The structure <c>ApiStage</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_ApiStage.html
/// </remarks>
public class ApiStage
{
    public string ApiId { get; set; }

    public string Stage { get; set; }

    public Dictionary<string, ThrottleSettings> Throttle { get; set; } = AWSConfigs.InitializeCollections ? [] : null;
}
