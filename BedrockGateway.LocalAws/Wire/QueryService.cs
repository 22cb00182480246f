using System.Text;
using System.Xml.Linq;

namespace BedrockGateway.LocalAws.Wire;

/// <summary>A service that speaks the Query protocol: form fields in, XML out.</summary>
/// <param name="name">Endpoint prefix and signing name.</param>
/// <param name="xmlNamespace">Namespace of every reply.</param>
internal sealed class QueryService(string name, XNamespace xmlNamespace) : IAwsService
{
    private readonly Dictionary<string, Func<AwsCall, CancellationToken, ValueTask<XElement?>>> _operations =
        new(StringComparer.Ordinal);

    public string Name => name;

    public IEnumerable<string> Operations => _operations.Keys;

    /// <summary>
    /// Adds an operation that returns the content of <c>&lt;{operation}Result&gt;</c>, or <see langword="null"/> where
    /// AWS has none. Elements may be built without a namespace: the service puts its own on all of them.
    /// </summary>
    public QueryService Map(string operation, Func<QueryParameters, CancellationToken, ValueTask<XElement?>> handle) =>
        MapCall(operation, (call, cancellationToken) => handle(call.Form, cancellationToken));

    /// <summary>Adds an operation that looks at more than its fields, such as who calls.</summary>
    public QueryService MapCall(string operation, Func<AwsCall, CancellationToken, ValueTask<XElement?>> handle)
    {
        _operations.Add(operation, handle);
        return this;
    }

    public bool Claims(AwsCall call) =>
        call.Form.Action is { } action
        && (call.SigningName == name || (call.SigningName is null && _operations.ContainsKey(action)));

    public string OperationOf(AwsCall call) => call.Form.Action!;

    public async Task HandleAsync(AwsCall call, CancellationToken cancellationToken)
    {
        var operation = OperationOf(call);
        if (!_operations.TryGetValue(operation, out var handle))
        {
            throw AwsFault.NotEmulated(name, operation);
        }

        var result = await handle(call, cancellationToken);
        var reply = new XElement(
            $"{operation}Response",
            result,
            new XElement("ResponseMetadata", new XElement("RequestId", call.RequestId)));
        await WriteAsync(call, reply, cancellationToken);
    }

    public Task WriteFaultAsync(AwsCall call, AwsFault fault, CancellationToken cancellationToken)
    {
        call.Http.Response.StatusCode = (int)fault.Status;
        var type = (int)fault.Status < 500 ? "Sender" : "Receiver";
        return WriteAsync(
            call,
            new("ErrorResponse",
                new XElement("Error",
                    new XElement("Type", type),
                    new XElement("Code", fault.Code),
                    new XElement("Message", fault.Message)),
                new XElement("RequestId", call.RequestId)),
            cancellationToken);
    }

    private async Task WriteAsync(AwsCall call, XElement reply, CancellationToken cancellationToken)
    {
        foreach (var element in reply.DescendantsAndSelf())
        {
            element.Name = xmlNamespace + element.Name.LocalName;
        }

        call.Http.Response.ContentType = "text/xml";
        var text = reply.ToString(SaveOptions.DisableFormatting);
        await call.Http.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }
}
