using Amazon.Runtime;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

/// <summary>AWS Query: a form post that names the operation, an XML reply.</summary>
internal static class CloudFormationProtocol
{
    public static Operation<TRequest> Operation<TRequest, TResponse>(
        string name,
        Action<TRequest, QueryWriter> write,
        string result,
        XmlShape<TResponse> reply,
        params string[] faults)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(
            "Amazon.CloudFormation",
            (request, http) => QueryWriter.Write(http, name, "2010-05-15", request, write),
            new XmlReply<TResponse>(result, reply, CloudFormationFaults.All.Only(faults)));
}
