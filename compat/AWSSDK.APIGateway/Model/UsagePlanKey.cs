namespace Amazon.APIGateway.Model;

/// <summary>The structure <c>UsagePlanKey</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_UsagePlanKey.html
/// </remarks>
public class UsagePlanKey
{
    public string Id { get; set; }

    public string Name { get; set; }

    public string Type { get; set; }

    public string Value { get; set; }
}
