namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>A span as it was exported.</summary>
/// <param name="Service">Who exported it.</param>
/// <param name="TraceId">32 hexadecimal digits.</param>
/// <param name="Id">16 hexadecimal digits.</param>
/// <param name="ParentId">Those of its parent; empty for a root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Internal, Server, Client ...</param>
/// <param name="Started">Nanoseconds since 1970.</param>
/// <param name="Attributes">All as texts.</param>
/// <param name="Events">Their names and attributes, in order.</param>
/// <param name="IsError">Whether its status is an error.</param>
internal sealed record ExportedSpan(
    string Service,
    string TraceId,
    string Id,
    string ParentId,
    string Name,
    string Kind,
    ulong Started,
    IReadOnlyDictionary<string, string> Attributes,
    IReadOnlyList<(string Name, IReadOnlyDictionary<string, string> Attributes)> Events,
    bool IsError)
{
    private static readonly string[] Kinds = ["", "Internal", "Server", "Client", "Producer", "Consumer"];

    // Span { trace_id 1; span_id 2; parent_span_id 4; name 5; kind 6; start 7; attributes 9; Event 11; Status 15; }
    public static ExportedSpan Read(string service, ProtoMessage span) => new(
        service,
        span.Hex(1),
        span.Hex(2),
        span.Hex(4),
        span.Text(5),
        Kinds[span.Number(6)],
        span.Number(7),
        OtlpAttributes.Read(span, 9),
        [
            .. span.Messages(11).Select(happened => (
                happened.Text(2),
                (IReadOnlyDictionary<string, string>)OtlpAttributes.Read(happened, 3))),
        ],
        span.Message(15)?.Number(3) == 2);

    public override string ToString() => $"{Service}: {Name} ({Kind})";
}
