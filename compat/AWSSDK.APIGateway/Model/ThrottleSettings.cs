namespace Amazon.APIGateway.Model;

/// <summary>The structure <c>ThrottleSettings</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_ThrottleSettings.html
/// </remarks>
public class ThrottleSettings
{
    public int? BurstLimit { get; set; }

    public double? RateLimit { get; set; }
}
