namespace Amazon.APIGateway.Model;

/// <summary>The structure <c>QuotaSettings</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_QuotaSettings.html
/// </remarks>
public class QuotaSettings
{
    public int? Limit { get; set; }

    public int? Offset { get; set; }

    public QuotaPeriodType Period { get; set; }
}
