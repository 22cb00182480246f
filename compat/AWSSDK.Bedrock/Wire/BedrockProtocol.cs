using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Compat.AwsSdk;

namespace Amazon.Bedrock.Wire;

/// <summary>REST with JSON bodies: each operation has its own method and path.</summary>
internal static class BedrockProtocol
{
    public static Operation<TRequest> Operation<TRequest, TResponse>(
        Action<TRequest, IRequest> write, JsonShape<TResponse> reply, params string[] faults)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(
            "Amazon.Bedrock",
            (request, http) =>
            {
                http.Headers["x-amz-api-version"] = "2023-04-20";
                write(request, http);
            },
            new JsonReply<TResponse>(reply, BedrockFaults.All.Only(faults)));
}
