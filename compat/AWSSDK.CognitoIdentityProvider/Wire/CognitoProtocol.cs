using System.Text.Json;
using Amazon.Runtime;
using Compat.AwsSdk;

namespace Amazon.CognitoIdentityProvider.Wire;

/// <summary>AWS JSON 1.1: one path, the operation in <c>X-Amz-Target</c>.</summary>
internal static class CognitoProtocol
{
    public static Operation<TRequest> Operation<TRequest, TResponse>(
        string name, Action<TRequest, Utf8JsonWriter> write, JsonShape<TResponse> reply, params string[] faults)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(
            "Amazon.CognitoIdentityProvider",
            (request, http) =>
            {
                http.HttpMethod = "POST";
                http.ResourcePath = "/";
                http.Headers["X-Amz-Target"] = $"AWSCognitoIdentityProviderService.{name}";
                http.Headers["Content-Type"] = "application/x-amz-json-1.1";
                http.Headers["x-amz-api-version"] = "2016-04-18";
                JsonBody.Write(http, request, write);
            },
            new JsonReply<TResponse>(reply, CognitoFaults.All.Only(faults)));
}
