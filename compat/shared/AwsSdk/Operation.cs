using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Compat.AwsSdk;

/// <summary>How one operation is written to the wire and read from it.</summary>
/// <param name="serviceName">Namespace of the service's client, as the runtime's logs name it.</param>
/// <param name="write">Writes the request.</param>
/// <param name="reply">Reads the reply or the fault.</param>
internal sealed class Operation<TRequest>(
    string serviceName, Action<TRequest, IRequest> write, ResponseUnmarshaller reply)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public InvokeOptions Options() => new() { RequestMarshaller = this, ResponseUnmarshaller = reply };

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, serviceName);
        write((TRequest)input, request);
        return request;
    }
}
