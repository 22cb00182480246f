namespace Amazon.Lambda.AspNetCoreServer;

/// <summary>Keys of <c>HttpContext.Items</c> under which a request finds what Lambda handed over.</summary>
public abstract class AbstractAspNetCoreFunction
{
    /// <summary>The <c>ILambdaContext</c>.</summary>
    public const string LAMBDA_CONTEXT = "LambdaContext";

    /// <summary>The event, such as <c>APIGatewayProxyRequest</c>.</summary>
    public const string LAMBDA_REQUEST_OBJECT = "LambdaRequestObject";
}
