using System.Net;
using System.Text;
using Amazon.Runtime;
using BedrockGateway.Api.Upstream;

namespace BedrockGateway.Api.Tests.Fakes;

/// <summary>Answers with what a test set, and keeps what it was asked.</summary>
internal sealed class FakeBedrockWire(Faults faults) : IBedrockWire
{
    /// <summary>The body of replies that are no streams.</summary>
    public string Reply { get; set; } = """{"completion":"Hello"}""";

    /// <summary>Events of replies that are streams.</summary>
    public EventSource Events { get; set; } = new();

    /// <summary>Headers of every reply.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Content-Type"] = "application/json",
    };

    public List<BedrockCall> Calls { get; } = [];

    public IEnumerable<(string ModelId, string Body)> Asked =>
        Calls.Select(call => (call.ModelId, Encoding.UTF8.GetString(call.Body.Span)));

    /// <summary>When set, calls wait until they are cancelled.</summary>
    public bool Hangs { get; set; }

    public async Task<BedrockReply> SendAsync(BedrockCall call, CancellationToken cancellationToken)
    {
        if (Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }

        try
        {
            return faults.Run(call.Operation.ToString(), cancellationToken, () =>
            {
                Calls.Add(call);
                return new BedrockReply(
                    Headers,
                    call.Operation.IsStream() ? Events.Open() : new MemoryStream(Encoding.UTF8.GetBytes(Reply)),
                    owner: null);
            });
        }
        catch (AmazonServiceException fault)
            when (fault is not BedrockFault && fault.StatusCode >= HttpStatusCode.BadRequest)
        {
            // As it would come over the wire, where there are no types.
            throw new BedrockFault(fault.StatusCode, fault.ErrorCode ?? fault.GetType().Name, fault.Message);
        }
    }
}
