using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Compat.AwsSdk;

/// <summary>Reads the reply of an operation that answers in JSON.</summary>
/// <param name="shape">The members of the reply; null where the operation answers without a body.</param>
/// <param name="faults">The exceptions that the operation declares.</param>
internal sealed class JsonReply<TResponse>(JsonShape<TResponse> shape, FaultSet faults) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private const int DefaultBufferBytes = 4096;

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input)
    {
        var response = new TResponse();
        if (shape is null)
        {
            return response;
        }

        var reader = NewReader(input);
        input.Read(ref reader);
        shape.ReadMembers(response, input, ref reader);
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = NewReader(input);
        var error = JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return faults.Create(error, new FaultDetails(input.ResponseData, input.GetResponseBodyBytes()));
    }

    private static StreamingUtf8JsonReader NewReader(JsonUnmarshallerContext context) =>
        new(context.Stream, AWSConfigs.StreamingUtf8JsonReaderBufferSize ?? DefaultBufferBytes, context.JsonMaxDepth);
}
