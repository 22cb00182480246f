using System.Net;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace Compat.AwsSdk;

/// <summary>Reads <c>&lt;OpResponse&gt;&lt;OpResult/&gt;&lt;ResponseMetadata/&gt;&lt;/OpResponse&gt;</c>.</summary>
/// <param name="result">Name of the element with the reply's members; null where there is none.</param>
/// <param name="shape">The members of the reply.</param>
/// <param name="faults">The exceptions that the operation declares.</param>
internal sealed class XmlReply<TResponse>(string result, XmlShape<TResponse> shape, FaultSet faults)
    : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private const int ResultDepth = 2;

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var response = new TResponse();
        input.Read();
        var depth = input.CurrentDepth;
        while (input.ReadAtDepth(depth))
        {
            if (!input.IsStartElement)
            {
                continue;
            }

            if (result is not null && input.TestExpression(result, ResultDepth))
            {
                shape.ReadMembers(response, input);
            }
            else if (input.TestExpression("ResponseMetadata", ResultDepth))
            {
                response.ResponseMetadata = ResponseMetadataUnmarshaller.Instance.Unmarshall(input);
            }
        }

        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = XmlErrorResponseUnmarshaller.GetInstance().Unmarshall(input);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return faults.Create(error, new FaultDetails(input.ResponseData, input.GetResponseBodyBytes()));
    }
}
