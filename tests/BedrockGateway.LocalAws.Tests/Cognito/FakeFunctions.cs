using System.Text;
using System.Text.Json.Nodes;
using BedrockGateway.LocalAws.Lambda;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Tests.Cognito;

/// <summary>Functions by ARN that a test writes in place; each may be invoked by the pools it names.</summary>
internal sealed class FakeFunctions : ILambdaInvoker
{
    private readonly Dictionary<string, Func<JsonObject, CancellationToken, Task<LambdaResult>>> _functions = [];

    /// <summary>The last question of <see cref="Permits"/>.</summary>
    public (string Function, string Principal, string SourceArn) LastPermission { get; private set; }

    public static LambdaResult Returns(string json) => new(Encoding.UTF8.GetBytes(json), null, "$LATEST", string.Empty);

    public static LambdaResult Fails(string json) => Returns(json) with { FunctionError = "Unhandled" };

    public string Add(string name, Func<JsonObject, CancellationToken, Task<LambdaResult>> body)
    {
        var arn = $"arn:aws:lambda:eu-west-1:123456789012:function:{name}";
        _functions[arn] = body;
        return arn;
    }

    public string Add(string name, Func<JsonObject, LambdaResult> body) =>
        Add(name, (question, _) => Task.FromResult(body(question)));

    public async ValueTask<LambdaResult> InvokeAsync(LambdaRequest request, CancellationToken cancellationToken) =>
        _functions.TryGetValue(request.Function, out var body)
            ? await body(JsonNode.Parse(request.Payload.Span)!.AsObject(), cancellationToken)
            : throw new AwsFault("ResourceNotFoundException", "Function not found", System.Net.HttpStatusCode.NotFound);

    public bool Permits(string function, string principal, string sourceArn)
    {
        LastPermission = (function, principal, sourceArn);
        return _functions.ContainsKey(function);
    }
}
