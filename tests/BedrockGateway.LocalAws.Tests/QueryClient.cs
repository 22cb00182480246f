using System.Net;
using System.Xml.Linq;

namespace BedrockGateway.LocalAws.Tests;

/// <summary>A bare client of the Query protocol, for operations that no SDK at hand has.</summary>
internal sealed class QueryClient(Uri endpoint, string service) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = endpoint };

    public void Dispose() => _http.Dispose();

    /// <summary>Calls an operation and returns its reply without namespaces.</summary>
    /// <exception cref="QueryFault">The service answered with an error.</exception>
    public async Task<XElement> CallAsync(string action, params (string Name, string Value)[] fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/")
        {
            Content = new FormUrlEncodedContent(
                fields.Prepend(("Action", action)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))),
        };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260102/us-east-1/{service}/aws4_request, " +
            "SignedHeaders=host, Signature=0");
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var reply = XElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        foreach (var element in reply.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
        }

        return response.IsSuccessStatusCode
            ? reply
            : throw new QueryFault(
                response.StatusCode,
                (string)reply.Descendants("Code").Single()!,
                (string)reply.Descendants("Message").Single()!);
    }
}

/// <summary>An error reply of the Query protocol.</summary>
internal sealed class QueryFault(HttpStatusCode status, string code, string message) : Exception(message)
{
    public HttpStatusCode Status => status;

    public string Code => code;
}
