using System.Text;
using Amazon;
using Amazon.BedrockRuntime;
using Amazon.BedrockRuntime.Model;
using Amazon.Runtime;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>Answers with the body that a test set, and keeps what it was asked.</summary>
internal sealed class FakeBedrockRuntime(Faults faults)
    : AmazonBedrockRuntimeClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    public string Reply { get; set; } = """{"completion":"Hello"}""";

    public List<(string ModelId, string Body, string ContentType, string Accept)> Asked { get; } = [];

    /// <summary>When set, calls wait until they are cancelled.</summary>
    public bool Hangs { get; set; }

    public override async Task<InvokeModelResponse> InvokeModelAsync(
        InvokeModelRequest request, CancellationToken cancellationToken = default)
    {
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        return faults.Run("InvokeModel", cancellationToken, () =>
        {
            var body = Encoding.UTF8.GetString(request.Body.ToArray());
            Asked.Add((request.ModelId, body, request.ContentType, request.Accept));
            return new InvokeModelResponse { Body = new(Encoding.UTF8.GetBytes(Reply)), ContentType = request.Accept };
        });
    }
}
