using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.APIGateway.Wire;

/// <summary>REST with JSON bodies: each operation has its own method and path.</summary>
internal static class ApiGatewayProtocol
{
    public static Operation<TRequest> Operation<TRequest, TResponse>(
        Action<TRequest, IRequest> write, JsonShape<TResponse> reply, params string[] faults)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(
            "Amazon.APIGateway",
            (request, http) =>
            {
                http.Headers["x-amz-api-version"] = "2015-07-09";

                // Without it the service answers in HAL, with other member names.
                http.Headers["Accept"] = "application/json";
                write(request, http);
            },
            new JsonReply<TResponse>(reply, ApiGatewayFaults.All.Only(faults)));
}
