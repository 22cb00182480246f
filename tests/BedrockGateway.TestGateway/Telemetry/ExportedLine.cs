namespace BedrockGateway.TestGateway.Telemetry;

/// <summary>A log line as it was exported.</summary>
/// <param name="Service">Who exported it.</param>
/// <param name="Text">Its text.</param>
/// <param name="TraceId">The trace that it belongs to; empty for none.</param>
/// <param name="Attributes">All as texts.</param>
internal sealed record ExportedLine(
    string Service, string Text, string TraceId, IReadOnlyDictionary<string, string> Attributes)
{
    // LogRecord { AnyValue body 5; attributes 6; trace_id 9; }
    public static ExportedLine Read(string service, ProtoMessage line) => new(
        service, line.Message(5)?.Text(1) ?? string.Empty, line.Hex(9), OtlpAttributes.Read(line, 6));
}
