namespace Amazon.APIGateway.Model;

/// <summary>The structure <c>PatchOperation</c> of the service.</summary>
/// <remarks>
/// Source: https://docs.aws.amazon.com/apigateway/latest/api/API_PatchOperation.html
/// </remarks>
public class PatchOperation
{
    public string From { get; set; }

    public Op Op { get; set; }

    public string Path { get; set; }

    public string Value { get; set; }
}
