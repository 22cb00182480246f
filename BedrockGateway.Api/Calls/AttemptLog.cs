using System.Diagnostics;
using System.Text;
using BedrockGateway.Api.Telemetry;

namespace BedrockGateway.Api.Calls;

/// <summary>Which models were asked, and what came of it: a header of the reply, and events of the span.</summary>
/// <remarks>A request may make several calls at a time; the headers tell of the last that said something.</remarks>
internal sealed class AttemptLog(HttpContext http, Activity? span)
{
    /// <summary>Header with the id of the model that answered.</summary>
    public const string ModelHeader = "x-gateway-model";

    /// <summary>
    /// Header with every attempt, where there was more than one, such as
    /// <c>amazon.nova-lite-v1:0 ThrottlingException, amazon.nova-micro-v1:0 200</c>.
    /// </summary>
    public const string AttemptsHeader = "x-gateway-attempts";

    private readonly StringBuilder _attempts = new();

    public void Failed(string modelId, string error)
    {
        Add(modelId, error);
        span?.AddEvent(new("gen_ai.retry", tags: new ActivityTagsCollection
        {
            [ModelSpan.RequestModelTag] = modelId,
            [ModelSpan.ErrorTag] = error,
        }));
        Tell(AttemptsHeader, _attempts.ToString());
    }

    public void Answered(string modelId)
    {
        Tell(ModelHeader, modelId);
        if (_attempts.Length > 0)
        {
            Add(modelId, "200");
            Tell(AttemptsHeader, _attempts.ToString());
        }
    }

    private void Tell(string header, string value)
    {
        lock (http.Response)
        {
            http.Response.Headers[header] = value;
        }
    }

    private void Add(string modelId, string outcome) =>
        _attempts.Append(_attempts.Length > 0 ? ", " : "").Append(modelId).Append(' ').Append(outcome);
}
