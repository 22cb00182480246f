using System.Collections.Concurrent;
using System.Globalization;
using Amazon.Runtime;

namespace BedrockGateway.Api.Telemetry;

/// <summary>Bedrock's own counts, which are in a reply's headers and not in what the SDK makes of it.</summary>
internal sealed class TokenHeaders
{
    private const string Input = "X-Amzn-Bedrock-Input-Token-Count";
    private const string Output = "X-Amzn-Bedrock-Output-Token-Count";

    private readonly ConcurrentDictionary<AmazonWebServiceRequest, Tokens> _seen =
        new(ReferenceEqualityComparer.Instance);

    public void Watch(AmazonServiceClient client) => client.AfterResponseEvent += (_, response) =>
    {
        if (response is WebServiceResponseEventArgs { Request: { } request, ResponseHeaders: { } headers })
        {
            _seen[request] = new(Find(headers, Input), Find(headers, Output));
        }
    };

    /// <summary>The counts of a request that has been answered; they are handed out once.</summary>
    public Tokens Take(AmazonWebServiceRequest request) => _seen.TryRemove(request, out var tokens) ? tokens : default;

    // HTTP/2 has names in lower case.
    private static int? Find(IDictionary<string, string> headers, string name)
    {
        foreach (var (key, value) in headers)
        {
            if (key.Equals(name, StringComparison.OrdinalIgnoreCase)
                && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            {
                return count;
            }
        }

        return null;
    }
}
